import type { AnswerDetails, QuestionAnswer } from '../../../../models/fields/answer-details.ts';
import type { Question } from '../../../../models/fields/reply-form.ts';
import { limits } from '../../../../contract/limits.ts';
import { type FieldProblem, Invalid } from '../../../platform/errors.ts';
import type { DetailsTyped } from '../input.ts';
import type { Asked } from './reply-form-of.ts';

export const noDetails: DetailsTyped = { dietary: '', access: '', transport: '', q: {} };

const shortAnswer = limits.line;

/**
 * The details of an answer, out of what was typed: only what this guest is asked, every choice one of those offered.
 * Throws Invalid with the fields that must change. `isDemanding` is false for staff, who write down what they were told.
 */
export function readDetails(
  asked: Asked,
  typed: DetailsTyped,
  { isDemanding }: { isDemanding: boolean },
): AnswerDetails {
  const questions = asked.questions.map((question) => ({
    question,
    value: valueOf(question, typed.q[question.id]),
  }));
  const companions = asked.companions > 0 ? (typed.companions ?? []).filter(({ name }) => name !== '') : [];
  const problems = [
    ...(isDemanding ? questions.flatMap(missing) : []),
    ...questions.flatMap(tooLong),
    ...(asked.companions > 0 ? nameless(typed.companions ?? []) : []),
    ...(companions.length > asked.companions ? [tooMany(asked.companions)] : []),
  ];
  if (problems.length > 0) throw new Invalid(problems);
  return {
    companions,
    dietary: asked.dietary ? typed.dietary : '',
    access: asked.access ? typed.access : '',
    transport: asked.transport ? typed.transport : '',
    photo: (asked.consent && typed.photo) ?? null,
    ...(asked.consent && typed.photo ? { photoVersion: asked.consent.version } : {}),
    questions: questions
      .filter(({ value }) => value.length > 0)
      .map(({ question, value }): QuestionAnswer => ({ id: question.id, value })),
  };
}

type Given = { question: Question; value: string[] };

function valueOf({ kind, options }: Question, typed: string | string[] | undefined): string[] {
  const values = [typed ?? []]
    .flat()
    .map((each) => each.trim())
    .filter(Boolean);
  switch (kind) {
    case 'short':
    case 'long':
      return values.slice(0, 1);
    case 'yes-no':
      return values.filter((each) => each === 'yes' || each === 'no').slice(0, 1);
    case 'one':
      return values.filter((each) => isOffered(options, each)).slice(0, 1);
    case 'several':
      return options.filter(({ id, removed }) => !removed && values.includes(id)).map(({ id }) => id);
  }
}

function isOffered(options: Question['options'], id: string): boolean {
  return options.some((option) => option.id === id && !option.removed);
}

function missing({ question, value }: Given): FieldProblem[] {
  if (!question.required || value.length > 0) return [];
  return [{ path: `details.q.${question.id}`, key: 'errors.required', params: {} }];
}

function tooLong({ question, value }: Given): FieldProblem[] {
  const most = question.kind === 'short' ? shortAnswer : limits.text;
  if ((value[0]?.length ?? 0) <= most) return [];
  return [{ path: `details.q.${question.id}`, key: 'errors.too-long', params: { max: most } }];
}

/** A position without a name is somebody who was forgotten. */
function nameless(companions: NonNullable<DetailsTyped['companions']>): FieldProblem[] {
  return companions.flatMap(({ name, position }, index) =>
    name === '' && position !== ''
      ? [{ path: `details.companions.${index}.name`, key: 'errors.required' as const, params: {} }]
      : [],
  );
}

function tooMany(most: number): FieldProblem {
  return {
    path: 'details.companions.0.name',
    key: 'reply-form.too-many',
    params: { count: most },
  };
}
