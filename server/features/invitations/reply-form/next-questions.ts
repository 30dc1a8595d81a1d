import type { Localised } from '../../../../contract/localised.ts';
import { locales } from '../../../../contract/locales.ts';
import type { Question, QuestionOption } from '../../../../models/fields/reply-form.ts';
import { replyLimits } from '../../../../contract/reply-form.ts';
import type { FieldProblem } from '../../../platform/errors.ts';
import type { AnswerCounts } from './answer-counts.ts';
import type { QuestionTyped } from './reply-form-input.ts';

interface Before {
  questions: readonly Question[];
  counts: AnswerCounts;
  restore: readonly string[];
  newId: () => string;
}

/**
 * The questions as typed, in their order; then those that were taken off but have answers, which keep them. What was
 * answered stays the same question: its options keep their ids as long as a line says the same or stands in its place.
 */
export function nextQuestions(typed: readonly QuestionTyped[], before: Before): Question[] {
  const known = new Map(before.questions.map((question) => [question.id, question]));
  const asked = typed.map((row) => questionOf(row, known.get(row.id), before));
  const here = new Set(asked.map(({ id }) => id));
  const others = before.questions.filter(({ id }) => !here.has(id));
  const restored = others.filter(({ id }) => before.restore.includes(id)).map(askAgain);
  const kept = others.filter(({ id }) => !before.restore.includes(id) && before.counts.answered.has(id));
  return [...asked, ...restored, ...kept.map((question) => ({ ...question, removed: true }))];
}

export function questionProblems(
  typed: readonly QuestionTyped[],
  { questions, counts }: Pick<Before, 'questions' | 'counts'>,
): FieldProblem[] {
  return typed.flatMap((row, index) => {
    const at = (field: string): string => `questions.${index}.${field}`;
    const known = questions.find(({ id }) => id === row.id);
    const isChoice = row.kind === 'one' || row.kind === 'several';
    const offered = linesOf(row.options).length;
    const problems: FieldProblem[] = [];
    if (Object.keys(row.label).length === 0)
      problems.push({ path: at('label.vi'), key: 'errors.required', params: {} });
    if (isChoice && offered < 2)
      problems.push({ path: at('options.vi'), key: 'reply-form.two-options', params: {} });
    if (offered > replyLimits.options)
      problems.push({
        path: at('options.vi'),
        key: 'reply-form.too-many-options',
        params: { count: replyLimits.options },
      });
    if (known && known.kind !== row.kind && counts.answered.has(known.id))
      problems.push({ path: at('kind'), key: 'reply-form.kind-answered', params: {} });
    return problems;
  });
}

function questionOf(row: QuestionTyped, known: Question | undefined, before: Before): Question {
  const { kind, label, hint, required, categories } = row;
  const id = known?.id ?? before.newId();
  const isChoice = kind === 'one' || kind === 'several';
  const options = isChoice ? nextOptions(linesOf(row.options), known?.options ?? [], { ...before, id }) : [];
  return { id, kind, label, hint, required, categories, options };
}

function nextOptions(
  lines: readonly Localised[],
  before: readonly QuestionOption[],
  { counts, newId, id: question }: Before & { id: string },
): QuestionOption[] {
  const current = before.filter(({ removed }) => !removed);
  const same = lines.map((line) => before.find(({ label }) => saysTheSame(label, line)));
  const taken = new Set(same.flatMap((option) => (option ? [option.id] : [])));
  // A line that says something new in the place of one that is gone is that option in other words.
  const renamed = (place: number): QuestionOption | undefined => {
    const there = lines.length === current.length ? current[place] : undefined;
    return there && !taken.has(there.id) ? there : undefined;
  };
  const options = lines.map((label, place) => ({
    id: same[place]?.id ?? renamed(place)?.id ?? newId(),
    label,
  }));
  const offered = new Set(options.map(({ id }) => id));
  const kept = before.filter(({ id }) => !offered.has(id) && counts.chosen.has(`${question}/${id}`));
  return [...options, ...kept.map((option) => ({ ...option, removed: true }))];
}

function saysTheSame(a: Localised, b: Localised): boolean {
  return locales.every((locale) => (a[locale] ?? '') === (b[locale] ?? ''));
}

/** The options as they were typed: the first lines of the three languages are one option, and so on. */
export function linesOf(text: Localised): Localised[] {
  const lines = locales.map((locale) => ({
    locale,
    lines: (text[locale] ?? '').split('\n').map((line) => line.trim()),
  }));
  const most = Math.max(0, ...lines.map((each) => each.lines.length));
  return Array.from({ length: most }, (_, place) =>
    Object.fromEntries(
      lines
        .map(({ locale, lines: own }) => [locale, own[place] ?? ''] as const)
        .filter(([, line]) => line !== ''),
    ),
  ).filter((option) => Object.keys(option).length > 0);
}

function askAgain({ removed: _removed, ...question }: Question): Question {
  return question;
}
