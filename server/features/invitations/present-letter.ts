import type { Locale } from '../../../contract/locales.ts';
import { localeOfText } from '../../../contract/localised.ts';
import type { Conference, LetterText } from '../../../models/event.ts';
import type { Guest } from '../../../models/guest.ts';
import { translate } from '../../platform/i18n/translate.ts';
import { addressedName, officeIn, salutation } from '../directory/style-of-address.ts';
import { fieldsOf, merge, type MergeField, type MergeValues, paragraphsOf } from './merge-fields.ts';
import { eventLines } from './event-lines.ts';

export type Addressee = Pick<Guest, 'name' | 'addressForm' | 'position' | 'organisationName'>;

export interface Letter {
  subject: string;
  paragraphs: string[][];
  /** What the text says already, so that nothing is said twice. */
  mentions: ReadonlySet<MergeField>;
}

/** The invitation to one guest in one language; in the nearest one when nobody wrote it in this. */
export function letterTo(guest: Addressee, event: Conference, locale: Locale): Letter {
  const text = textIn(event.letter, locale);
  const values = valuesFor(guest, event, locale);
  const { subject, body } = text;
  return {
    subject: merge(subject, values).replaceAll('\n', ' ').trim() || values.event,
    paragraphs: paragraphsOf(merge(body, values)),
    mentions: new Set(fieldsOf(body)),
  };
}

/** What stands for each field. */
export function valuesFor(guest: Addressee, event: Conference, locale: Locale): MergeValues {
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
  };
}

function textIn(letter: Conference['letter'], locale: Locale): LetterText {
  const bodies = { vi: letter.vi.body, en: letter.en.body, ru: letter.ru.body };
  return letter[localeOfText(bodies, locale) ?? locale];
}
