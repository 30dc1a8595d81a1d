import type { z } from 'zod';
import type { Localised } from '../../../contract/localised.ts';
import { type Locale, locales } from '../../../contract/locales.ts';
import type { Conference } from '../../../models/event.ts';
import type { Recap } from '../../../models/recap.ts';
import { paths } from '../../paths.ts';
import { now } from '../../platform/clock.ts';
import type { FormState } from '../../platform/http/form.ts';
import { errorSummary, formFields } from '../../platform/http/form-fields.ts';
import { rowsIn, shownRev, typedText } from '../../platform/http/form-rows.ts';
import { formatDate, formatDateTime } from '../../platform/i18n/format.ts';
import { translate } from '../../platform/i18n/translate.ts';
import { localTimeIn } from '../../platform/zoned-time.ts';
import { type DraftedText, isWritten } from './draft-recap.ts';
import { rowFrame } from './present-rows.ts';
import type { RecapFormModel } from './views.ts';

type Model = z.input<typeof RecapFormModel>;
type Text = Pick<Recap, 'headline' | 'lead' | 'body'>;

export interface RecapFormFacts {
  event: Pick<Conference, 'slug' | 'timeZone' | 'state'>;
  recap: Recap;
  /** Another version of the text to show beside the form. */
  other: { kind: 'before' | 'stored'; text: Text } | null;
}

const blank = { vi: '', en: '', ru: '' };

/** The editor of the news item, filled with what is stored or with what was typed. */
export function recapFormModel(facts: RecapFormFacts, locale: Locale, form: FormState | null): Model {
  const { event, recap } = facts;
  const { photos, ...fields } = formFields(form ? shapeOf(form, facts) : stored(facts), form);
  const isPublished = recap.state === 'published';
  return {
    action: paths.recap(event),
    draft: paths.draftRecap(event),
    publish: paths.publishRecap(event),
    unpublish: isPublished ? paths.unpublishRecap(event) : null,
    preview: paths.previewRecap(event),
    publicPage: isPublished && event.state !== 'draft' ? paths.publicRecap(event) : null,
    rev: shownRev(form, recap.rev),
    drafted: typedText(form?.values['drafted']),
    notice: noticeText(facts, locale, form),
    published: publishedText(facts, locale),
    isEmpty: form === null && !isWritten(recap),
    errors: errorSummary(form),
    fields,
    photos: Object.values(photos).map((row, place) => ({
      ...rowFrame('photos', place, { locale, heading: 'recap.photo' }),
      ...row,
    })),
    other: otherText(facts, locale),
  };
}

/** The form with a new draft in the place of its texts; photographs and credits stay as they were typed. */
export function redrafted(values: Record<string, unknown>, text: DraftedText): FormState {
  return { values: { ...values, ...text, drafted: 'true' }, errors: {}, refused: '' };
}

/** The texts as they were typed. */
export function textTyped(values: Record<string, unknown>): Text {
  return {
    headline: localisedTyped(values['headline']),
    lead: localisedTyped(values['lead']),
    body: localisedTyped(values['body']),
  };
}

function localisedTyped(value: unknown): Localised {
  const typed: Partial<Record<Locale, unknown>> = typeof value === 'object' && value !== null ? value : {};
  const texts = locales.map((locale) => [locale, typedText(typed[locale]).trim()] as const);
  return Object.fromEntries(texts.filter(([, text]) => text !== ''));
}

function shapeOf({ values }: FormState, facts: RecapFormFacts): ReturnType<typeof stored> {
  const row = { id: '', caption: blank, credit: '' };
  return { ...stored(facts), photos: rowsIn(values, 'photos').map(() => row) };
}

function stored({ recap, event }: RecapFormFacts) {
  return {
    headline: { ...blank, ...recap.headline },
    lead: { ...blank, ...recap.lead },
    body: { ...blank, ...recap.body },
    creditsText: recap.credits.text.join('\n'),
    creditsPhotos: recap.credits.photos.join('\n'),
    publishedOn: localTimeIn(event.timeZone, recap.publishedAt ?? now()).slice(0, 10),
    photos: recap.photos.map(({ id, caption, credit }) => ({
      id,
      caption: { ...blank, ...caption },
      credit,
    })),
  };
}

function noticeText({ recap, event, other }: RecapFormFacts, locale: Locale, form: FormState | null): string {
  if (form && other?.kind === 'before') return translate(locale, 'recap.redrafted');
  if (recap.state === 'published' || !recap.draftedAt) return '';
  const at = formatDateTime(locale, recap.draftedAt, event.timeZone, 'long');
  return translate(locale, 'recap.is-draft', { at });
}

function publishedText({ recap, event }: RecapFormFacts, locale: Locale): string {
  if (recap.state !== 'published' || !recap.publishedAt) return '';
  return translate(locale, 'recap.published-on', {
    date: formatDate(locale, recap.publishedAt, event.timeZone, 'long'),
  });
}

function otherText({ other }: RecapFormFacts, locale: Locale): Model['other'] {
  if (!other || !isWritten(other.text)) return null;
  const { headline, lead, body } = other.text;
  const texts = locales.map((language) => ({
    lang: language,
    language: translate(locale, `common.language.${language}`),
    text: [headline[language], lead[language], ...(body[language] ?? '').split(/\n\s*\n/)].filter(
      (part) => part !== undefined && part.trim() !== '',
    ) as string[],
  }));
  return {
    title: translate(locale, `recap.other.${other.kind}`),
    texts: texts.filter(({ text }) => text.length > 0),
  };
}
