import { localeOfText } from '../../../contract/localised.ts';
import type { Locale } from '../../../contract/locales.ts';
import type { Conference, LetterText } from '../../../models/event.ts';
import type { Guest } from '../../../models/guest.ts';
import type { LetterTexts } from '../../../models/message-template.ts';
import { paths } from '../../paths.ts';
import { spacedCode } from '../../platform/codes.ts';
import { translate } from '../../platform/i18n/translate.ts';
import type { ViewModel } from '../../platform/views/view-set.ts';
import {
  addressedName,
  atStart,
  officeIn,
  salutation,
  styleOfAddress,
} from '../directory/style-of-address.ts';
import { eventLines } from '../invitations/event-lines.ts';
import { fieldsOf, merge, type MergeField, type MergeValues, paragraphsOf } from './merge-fields.ts';
import type { views } from './views.ts';

export type Addressee = Pick<Guest, 'name' | 'addressForm' | 'position' | 'organisationName'> &
  Partial<Pick<Guest, 'seat' | 'code'>>;

/** What a letter is written from. */
export interface LetterFacts {
  guest: Addressee;
  event: Conference;
  texts: LetterTexts;
  locale: Locale;
}

export interface Letter {
  subject: string;
  paragraphs: string[][];
  /** What the text says already, so that nothing is said twice. */
  mentions: ReadonlySet<MergeField>;
}

/** The letter to one guest in one language; in the nearest one when nobody wrote it in this. */
export function letterTo({ guest, event, texts, locale }: LetterFacts): Letter {
  const { subject, body } = textIn(texts, locale);
  const values = valuesFor(guest, event, locale);
  return {
    subject: merge(subject, values).replaceAll('\n', ' ').trim() || values.event,
    paragraphs: paragraphsOf(merge(body, values)),
    mentions: new Set(fieldsOf(body)),
  };
}

/** What stands for each field. */
function valuesFor(guest: Addressee, event: Conference, locale: Locale): MergeValues {
  const lines = eventLines(event, locale);
  const { inviter, contact } = lines;
  return {
    salutation: salutation(guest, locale),
    name: addressedName(guest, locale),
    office: officeIn(guest, locale),
    event: lines.title,
    when: lines.when || translate(locale, 'invitations.to-be-announced'),
    where: lines.where || translate(locale, 'invitations.to-be-announced'),
    replyBy: lines.replyBy,
    host: lines.host,
    inviter: [inviter.name, inviter.position].filter(Boolean).join(', '),
    dressCode: lines.dressCode,
    contact: [contact.name, contact.phone, contact.email].filter(Boolean).join(', '),
    seat: guest.seat ?? '',
    code: guest.code ? spacedCode(guest.code) : '',
  };
}

/** While the list is empty the letter is shown as to somebody whose name is not known. */
export const nobody: Addressee = { name: {}, addressForm: 'none', position: {}, organisationName: {} };

/** The letter as this guest will read it, with what its text asks for and the event does not say. */
export function letterView(facts: LetterFacts, reader: Locale): ViewModel<typeof views, 'letters/_letter'> {
  const { guest, event, texts, locale } = facts;
  const { subject, paragraphs } = letterTo(facts);
  return {
    subject,
    lang: locale,
    paragraphs,
    to: atStart(styleOfAddress(guest, reader), reader),
    missing: missingOf(event, texts, locale).map((field) => ({
      href: `${paths.editEvent(event)}#${sectionOf(field)}`,
      text: translate(reader, 'letters.field-empty', { field: translate(reader, `letters.field.${field}`) }),
    })),
  };
}

function missingOf(event: Conference, texts: LetterTexts, locale: Locale): MergeField[] {
  const lines = eventLines(event, locale);
  const { subject, body } = textIn(texts, locale);
  const empty: Partial<Record<MergeField, boolean>> = {
    when: lines.when === '',
    where: lines.where === '',
    replyBy: lines.replyBy === '',
    inviter: lines.inviter.name === '',
    dressCode: lines.dressCode === '',
    contact: [lines.contact.name, lines.contact.phone, lines.contact.email].every((part) => part === ''),
  };
  return [...new Set(fieldsOf(`${subject}\n${body}`))].filter((field) => empty[field] === true);
}

/** Where an event's details are filled in. */
function sectionOf(field: MergeField): 'time' | 'place' | 'invitation' {
  if (field === 'when') return 'time';
  return field === 'where' || field === 'dressCode' ? 'place' : 'invitation';
}

function textIn(texts: LetterTexts, locale: Locale): LetterText {
  const bodies = { vi: texts.vi.body, en: texts.en.body, ru: texts.ru.body };
  return texts[localeOfText(bodies, locale) ?? locale];
}
