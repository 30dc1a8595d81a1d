import { inLocale } from '../../../../contract/localised.ts';
import type { Locale } from '../../../../contract/locales.ts';
import type { Conference } from '../../../../models/event.ts';
import type { AnswerDetails } from '../../../../models/fields/answer-details.ts';
import type { Question } from '../../../../models/fields/reply-form.ts';
import { translate } from '../../../platform/i18n/translate.ts';
import { replyFormOf } from './reply-form-of.ts';

export interface Said {
  label: string;
  value: string;
}

/** What a guest said beside yes and no, line by line. Questions that were taken off the form are still read. */
export function saidLines(
  event: Pick<Conference, 'replyForm'>,
  details: AnswerDetails | undefined,
  locale: Locale,
): Said[] {
  if (!details) return [];
  const { companions, dietary, access, transport, photo, questions } = details;
  const asked = replyFormOf(event).questions;
  return [
    line('companions', companions.map(personOf).join('; '), locale),
    line('dietary', dietary, locale),
    line('access', access, locale),
    line('transport', transport, locale),
    line('photos', photo ? translate(locale, `reply-form.photo.${photo}`) : '', locale),
    ...questions.map(({ id, value }) => ({
      label: inLocale(asked.find((question) => question.id === id)?.label ?? {}, locale),
      value: valueText(
        asked.find((question) => question.id === id),
        value,
        locale,
      ),
    })),
  ].filter(({ value }) => value !== '');
}

export function personOf({ name, position }: { name: string; position: string }): string {
  return [name, position].filter(Boolean).join(', ');
}

/** Chosen options in words, a text as it was typed. */
export function valueText(question: Question | undefined, value: readonly string[], locale: Locale): string {
  if (!question) return value.join(', ');
  if (question.kind === 'yes-no')
    return value
      .map((each) => translate(locale, each === 'yes' ? 'reply-form.yes' : 'reply-form.no'))
      .join(', ');
  if (question.kind === 'short' || question.kind === 'long') return value.join('');
  return value
    .map((id) => inLocale(question.options.find((option) => option.id === id)?.label ?? {}, locale) || id)
    .join(', ');
}

function line(
  key: 'companions' | 'dietary' | 'access' | 'transport' | 'photos',
  value: string,
  locale: Locale,
): Said {
  return { label: translate(locale, `reply-form.ask.${key}`), value };
}
