import { inLocale } from '../../../contract/localised.ts';
import { type Locale, locales } from '../../../contract/locales.ts';
import type { Conference } from '../../../models/event.ts';
import { paths } from '../../paths.ts';
import type { FormState } from '../../platform/http/form.ts';
import { errorSummary, formFields } from '../../platform/http/form-fields.ts';
import { shownRev } from '../../platform/http/form-rows.ts';
import { formatNumber } from '../../platform/i18n/format.ts';
import { translate } from '../../platform/i18n/translate.ts';
import type { ViewModel } from '../../platform/views/view-set.ts';
import { atStart, styleOfAddress } from '../directory/style-of-address.ts';
import type { Review } from './audience.ts';
import type { Audience } from './input.ts';
import { fieldsOf, type MergeField, mergeFields } from './merge-fields.ts';
import { eventLines } from './event-lines.ts';
import { type Addressee, letterTo } from './present-letter.ts';
import type { views } from './views.ts';

type Send = ViewModel<typeof views, 'invitations/send'>;
type LetterPage = ViewModel<typeof views, 'invitations/letter'>;
type LetterView = ViewModel<typeof views, 'invitations/_letter'>;

export interface SendFacts {
  event: Conference;
  audience: Audience;
  review: Review;
  counts: { 'not-invited': number; silent: number };
  needsTyping: boolean;
  sendsMail: boolean;
  form: FormState | null;
}

export function sendModel(facts: SendFacts, locale: Locale): Send {
  const { event, audience, review, needsTyping, sendsMail, form } = facts;
  const isReminder = audience.who === 'silent';
  const what = isReminder ? 'reminders' : 'invitations';
  return {
    action: paths.sendInvitations(event),
    back: paths.invitations(event),
    letterHref: paths.invitationLetter(event),
    errors: errorSummary(form),
    audiences: audiencesOf(facts, locale),
    hidden: hiddenOf(facts),
    categories: audience.who === 'category' ? categoriesOf(event, audience, locale) : [],
    isReminder,
    isDraft: event.state === 'draft',
    publish: `${paths.event(event)}#get-ready`,
    ready: review.ready,
    readyText: translate(locale, `invitations.ready.${what}`, { count: review.ready }),
    exceptions: exceptionsOf(review, locale),
    noAddress: review.withoutAddress > 0 ? `${paths.guests(event)}?tab=all&no-email=true` : '',
    expects: formatNumber(locale, review.ready),
    needsTyping,
    button: translate(locale, `invitations.send.${what}`, { count: review.ready }),
    sendsMail,
    letter: review.first && letterView(review.first, event, review.first.locale, locale),
  };
}

/** The names of the exceptions: who is meant, but will get nothing, and why. */
function exceptionsOf(review: Review, locale: Locale): string[] {
  const kinds = [
    'withoutAddress',
    'alreadyInvited',
    'alreadyAnswered',
    'declined',
    'cancelled',
    'remindedLately',
  ] as const;
  return kinds
    .filter((kind) => review[kind] > 0)
    .map((kind) => translate(locale, `invitations.exception.${kind}`, { count: review[kind] }));
}

function audiencesOf({ event, audience, counts }: SendFacts, locale: Locale): Send['audiences'] {
  const at = paths.sendInvitations(event);
  const choice = (who: Audience['who'], count: string) => ({
    href: `${at}?who=${who}`,
    label: translate(locale, `invitations.audience.${who}`),
    current: audience.who === who,
    count,
  });
  const chosen = audience.who === 'guests' ? [choice('guests', String(audience.guests.length))] : [];
  return [
    ...chosen,
    choice('not-invited', formatNumber(locale, counts['not-invited'])),
    choice('category', ''),
    choice('silent', formatNumber(locale, counts.silent)),
  ];
}

function categoriesOf(event: Conference, audience: Audience, locale: Locale): Send['categories'] {
  return event.categories.map(({ id, title }) => ({
    href: `${paths.sendInvitations(event)}?who=category&category=${encodeURIComponent(id)}`,
    label: inLocale(title, locale),
    current: id === audience.category,
  }));
}

function hiddenOf({ audience, review, needsTyping }: SendFacts): Send['hidden'] {
  return [
    { name: 'who', value: audience.who },
    { name: 'category', value: audience.category },
    ...audience.guests.map((guest) => ({ name: 'guests', value: guest })),
    { name: 'expected', value: String(review.ready) },
    ...(needsTyping ? [] : [{ name: 'confirmation', value: String(review.ready) }]),
  ];
}

/** The letter as this guest will read it, with what its text asks for and the event does not say. */
export function letterView(
  guest: Addressee,
  event: Conference,
  letterLocale: Locale,
  locale: Locale,
): LetterView {
  const letter = letterTo(guest, event, letterLocale);
  return {
    subject: letter.subject,
    lang: letterLocale,
    paragraphs: letter.paragraphs,
    to: atStart(styleOfAddress(guest, locale), locale),
    missing: missingOf(event, letterLocale).map((field) =>
      translate(locale, 'invitations.field-empty', {
        field: translate(locale, `invitations.field.${field}`),
      }),
    ),
  };
}

function missingOf(event: Conference, locale: Locale): MergeField[] {
  const lines = eventLines(event, locale);
  const { body } = event.letter[locale];
  const empty: Partial<Record<MergeField, boolean>> = {
    when: lines.when === '',
    where: lines.where === '',
    replyBy: lines.replyBy === '',
    inviter: lines.inviter.name === '',
    dressCode: lines.dressCode === '',
  };
  return [...new Set(fieldsOf(body))].filter((field) => empty[field] === true);
}

export interface LetterFacts {
  event: Conference;
  guests: readonly (Addressee & { _id: { toString(): string }; locale: Locale })[];
  form: FormState | null;
}

export function letterModel({ event, guests, form }: LetterFacts, locale: Locale): LetterPage {
  const { vi, en, ru } = event.letter;
  const { letter } = formFields({ letter: { vi, en, ru } }, form);
  const first = guests[0];
  return {
    action: paths.invitationLetter(event),
    preview: paths.invitationPreview(event),
    back: paths.invitations(event),
    rev: shownRev(form, event.rev),
    errors: errorSummary(form),
    fields: mergeFields.map((field) => ({
      mark: `{${field}}`,
      label: translate(locale, `invitations.field.${field}`),
    })),
    languages: locales.map((code) => ({
      code,
      label: translate(locale, `common.language.${code}`),
      fields: letter[code],
    })),
    guests: guests.map((guest, index) => ({
      value: String(guest._id),
      label: atStart(styleOfAddress(guest, locale), locale),
      selected: index === 0,
    })),
    previewLanguages: locales.map((code) => ({
      value: code,
      label: translate(locale, `common.language.${code}`),
      selected: code === (first?.locale ?? locale),
    })),
    letter: letterView(first ?? nobody, event, first?.locale ?? locale, locale),
  };
}

/** While the list is empty the letter is shown as to somebody whose name is not known. */
export const nobody: Addressee = { name: {}, addressForm: 'none', position: {}, organisationName: {} };
