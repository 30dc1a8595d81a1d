import type { z } from 'zod';
import { inLocale } from '../../../../contract/localised.ts';
import type { Locale } from '../../../../contract/locales.ts';
import type { AnswerDetails } from '../../../../models/fields/answer-details.ts';
import type { Question } from '../../../../models/fields/reply-form.ts';
import type { FormState } from '../../../platform/http/form.ts';
import { type FieldModel, formFields } from '../../../platform/http/form-fields.ts';
import { translate } from '../../../platform/i18n/translate.ts';
import type { DetailsModel } from './details-views.ts';
import type { Asked } from './reply-form-of.ts';

type Details = z.input<typeof DetailsModel>;
type Questions = Details['questions'];

export interface DetailsFacts {
  asked: Asked | null;
  /** What was said before; null when nothing was. */
  said: AnswerDetails | null;
  form: FormState | null;
  locale: Locale;
  /** False for staff, who write down what they were told. */
  isDemanding?: boolean;
}

/** The fields for what a guest is asked, with what was typed or said before. */
export function detailsModel(facts: DetailsFacts): Details | null {
  const { asked, said, form, locale } = facts;
  if (!asked) return null;
  const { details } = formFields({ details: valuesOf(asked, said) }, form);
  return {
    companions: Object.values(details.companions).map((row, index) => ({
      label: translate(locale, 'reply-form.companion', { number: index + 1 }),
      ...row,
    })),
    companionsLegend: translate(locale, 'reply-form.companions-most', { count: asked.companions }),
    dietary: asked.dietary ? details.dietary : null,
    access: asked.access ? details.access : null,
    transport: asked.transport ? details.transport : null,
    photo: asked.consent && {
      field: details.photo,
      text: inLocale(asked.consent.text, locale),
      options: (['yes', 'no'] as const).map((value) => ({
        value,
        label: translate(locale, `reply-form.photo.${value}`),
        selected: details.photo.value === value,
      })),
    },
    questions: questionsModel(facts),
  };
}

function valuesOf(asked: Asked, said: AnswerDetails | null) {
  const sameText = said?.photoVersion === asked.consent?.version;
  return {
    companions: Array.from({ length: asked.companions }, (_, index) => ({
      name: said?.companions[index]?.name ?? '',
      position: said?.companions[index]?.position ?? '',
    })),
    dietary: said?.dietary ?? '',
    access: said?.access ?? '',
    transport: said?.transport ?? '',
    // Only what the guest has said to this very wording is shown again; nothing is ticked for anybody.
    photo: (sameText ? said?.photo : '') ?? '',
  };
}

function questionsModel({ asked, said, form, locale, isDemanding = true }: DetailsFacts): Questions {
  if (!asked) return [];
  return asked.questions.map((question) => {
    const given = form
      ? typedTo(form, question.id)
      : (said?.questions.find(({ id }) => id === question.id)?.value ?? []);
    const { kind, label, hint, required } = question;
    return {
      field: fieldOf(question, given, form),
      label: inLocale(label, locale),
      hint: inLocale(hint, locale),
      required: required && isDemanding,
      kind,
      isLong: kind === 'long',
      isChoice: kind === 'one' || kind === 'yes-no',
      isSeveral: kind === 'several',
      options: optionsOf(question, locale).map(({ id, text }) => ({
        value: id,
        label: text,
        selected: given.includes(id),
      })),
    };
  });
}

/** What can be chosen, and how it reads. A removed option is still read where it was chosen. */
export function optionsOf(
  { kind, options }: Pick<Question, 'kind' | 'options'>,
  locale: Locale,
): { id: string; text: string }[] {
  if (kind === 'yes-no')
    return (['yes', 'no'] as const).map((id) => ({ id, text: translate(locale, `reply-form.${id}`) }));
  return options
    .filter(({ removed }) => !removed)
    .map(({ id, label }) => ({ id, text: inLocale(label, locale) }));
}

function fieldOf({ id }: Question, given: readonly string[], form: FormState | null): FieldModel {
  const path = `details.q.${id}`;
  return {
    id: `f-details-q-${id}`,
    name: `details[q][${id}]`,
    value: given[0] ?? '',
    error: form?.errors[path] ?? '',
  };
}

function typedTo({ values }: FormState, id: string): string[] {
  const details = recordIn(values['details']);
  const value = recordIn(details['q'])[id];
  return [value ?? []].flat().filter((each) => typeof each === 'string');
}

function recordIn(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
