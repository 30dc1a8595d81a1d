import type { z } from 'zod';
import { inLocale, type Localised } from '../../../../contract/localised.ts';
import type { Locale } from '../../../../contract/locales.ts';
import { questionKinds, replyLimits } from '../../../../contract/reply-form.ts';
import type { Conference } from '../../../../models/event.ts';
import type { Question, ReplyForm } from '../../../../models/fields/reply-form.ts';
import { paths } from '../../../paths.ts';
import type { FormState } from '../../../platform/http/form.ts';
import { errorSummary, formFields } from '../../../platform/http/form-fields.ts';
import { rowsIn, shownRev } from '../../../platform/http/form-rows.ts';
import { translate } from '../../../platform/i18n/translate.ts';
import type { AnswerCounts } from './answer-counts.ts';
import { detailsModel } from './present-details.ts';
import { askedOf, replyFormOf } from './reply-form-of.ts';
import type { ReplyFormModel, SketchModel } from './reply-form-views.ts';

type Model = z.input<typeof ReplyFormModel>;
type Sketch = z.input<typeof SketchModel>;
type Option = Model['companions'][number];

export const questionList = 'questions';

export interface ReplyFormFacts {
  event: Conference;
  counts: AnswerCounts;
  form: FormState | null;
  locale: Locale;
}

export function replyFormModel({ event, counts, form, locale }: ReplyFormFacts): Model {
  const stored = replyFormOf(event);
  const asked = stored.questions.filter(({ removed }) => !removed);
  const values = valuesOf(stored, asked, form);
  const { questions, ...fields } = formFields(values, form);
  return {
    action: paths.replyForm(event),
    preview: paths.replyFormPreview(event),
    back: paths.invitations(event),
    answers: paths.answers(event),
    rev: shownRev(form, event.rev),
    errors: errorSummary(form),
    fields,
    companions: Array.from({ length: replyLimits.companions + 1 }, (_, count) => ({
      value: String(count),
      label: translate(locale, 'reply-form.editor.companions-count', { count }),
      selected: fields.companions.value === String(count),
    })),
    substitutes: (['review', 'automatic'] as const).map((value) => ({
      value,
      label: translate(locale, `reply-form.editor.substitutes.${value}`),
      selected: fields.substitutes.value === value,
    })),
    questions: Object.values(questions).map((row, place) => ({
      ...row,
      heading: translate(locale, 'reply-form.editor.question', { number: place + 1 }),
      answered: answeredText(counts, row.id.value, locale),
      kinds: questionKinds.map((value) =>
        option(value, translate(locale, `reply-form.kind.${value}`), [row.kind.value]),
      ),
      hasOptions: row.kind.value === 'one' || row.kind.value === 'several',
      categories: categoryOptions(event, chosenIn(form, asked, place), locale),
      categoriesName: `questions[${place}][categories]`,
      up: place > 0 ? `up:${questionList}:${place}` : '',
      drop: `drop:${questionList}:${place}`,
    })),
    kept: stored.questions
      .filter(({ removed }) => removed)
      .map(({ id, label }) => ({
        id,
        label: [inLocale(label, locale), answeredText(counts, id, locale)].filter(Boolean).join(' · '),
      })),
    sketch: sketchModel(stored, locale),
  };
}

/** What a guest who is asked everything would see. */
export function sketchModel(replyForm: ReplyForm, locale: Locale): Sketch {
  const open = { ...replyForm, questions: replyForm.questions.map((each) => ({ ...each, categories: [] })) };
  const asked = askedOf({ replyForm: open }, { category: '' });
  return { details: detailsModel({ asked, said: null, form: null, locale }) };
}

const blank = { vi: '', en: '', ru: '' };

function valuesOf(stored: ReplyForm, asked: readonly Question[], form: FormState | null) {
  const consent = stored.consents.at(-1)?.text ?? usualConsent();
  return {
    companions: String(stored.companions),
    dietary: String(stored.dietary),
    access: String(stored.access),
    transport: String(stored.transport),
    photo: String(stored.photo),
    consent: { ...blank, ...consent },
    substitutes: stored.substitutes as string,
    questions: form
      ? rowsIn(form.values, questionList).map(() => emptyQuestion)
      : asked.map(valuesOfQuestion),
  };
}

const emptyQuestion = {
  id: '',
  kind: 'short' as string,
  label: blank,
  hint: blank,
  required: '',
  options: blank,
};

function valuesOfQuestion({ id, kind, label, hint, required, options }: Question): typeof emptyQuestion {
  const offered = options.filter(({ removed }) => !removed);
  const lines = (locale: Locale): string => offered.map((each) => each.label[locale] ?? '').join('\n');
  return {
    id,
    kind,
    label: { ...blank, ...label },
    hint: { ...blank, ...hint },
    required: String(required),
    options: { vi: lines('vi').trimEnd(), en: lines('en').trimEnd(), ru: lines('ru').trimEnd() },
  };
}

/** A wording to begin with, in all three languages. */
function usualConsent(): Localised {
  return {
    vi: translate('vi', 'reply-form.usual-consent'),
    en: translate('en', 'reply-form.usual-consent'),
    ru: translate('ru', 'reply-form.usual-consent'),
  };
}

function chosenIn(form: FormState | null, asked: readonly Question[], place: number): readonly string[] {
  if (!form) return asked[place]?.categories ?? [];
  const typed = rowsIn(form.values, questionList)[place]?.['categories'];
  return [typed ?? []].flat().filter((each) => typeof each === 'string');
}

function categoryOptions({ categories }: Conference, chosen: readonly string[], locale: Locale): Option[] {
  return categories.map(({ id, title }) => option(id, inLocale(title, locale), chosen));
}

function option(value: string, label: string, chosen: readonly string[]): Option {
  return { value, label, selected: chosen.includes(value) };
}

function answeredText({ answered }: AnswerCounts, id: string, locale: Locale): string {
  const count = answered.get(id) ?? 0;
  return count > 0 ? translate(locale, 'reply-form.editor.answered', { count }) : '';
}
