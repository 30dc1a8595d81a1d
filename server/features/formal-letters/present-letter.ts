import { inLocale, type Localised } from '../../../contract/localised.ts';
import type { Locale } from '../../../contract/locales.ts';
import type { Conference } from '../../../models/event.ts';
import type { FormalLetter } from '../../../models/formal-letter.ts';
import { paths } from '../../paths.ts';
import { spacedCode } from '../../platform/codes.ts';
import { formatDay } from '../../platform/i18n/format.ts';
import { translate } from '../../platform/i18n/translate.ts';
import { addressedName, atStart, officeIn, salutation } from '../directory/style-of-address.ts';
import { seatIn } from '../guests/seat-text.ts';
import { eventLines } from '../invitations/event-lines.ts';
import { guestToken } from '../invitations/guest-link.ts';
import { hasPass } from '../invitations/has-pass.ts';
import type { Addressee } from './addressees.ts';
import type { LetterSheet } from './letter-sheet.ts';

export interface LetterFacts {
  event: Conference;
  letter: Omit<FormalLetter, '_id' | 'rev' | 'effects'>;
  site: { url: string; linkKey: string };
  /** What the QR of each one's pass says, by the guest's id; of who has none, nothing. */
  passes: ReadonlyMap<string, string>;
}

/** The letter to one guest, in the guest's language. Official heads are of Vietnamese letters only. */
export function letterTo(facts: LetterFacts, guest: Addressee): LetterSheet {
  const { event, letter } = facts;
  const { locale } = guest;
  const text = (words: Localised) => inLocale(words, locale);
  const letterhead = locale === 'vi' ? letter.letterhead : 'business';
  const unit = text(letter.unit) || inLocale(event.host.name, locale);
  const isVietnamese = locale === 'vi';
  return {
    locale,
    letterhead,
    superior: text(letter.superior).toLocaleUpperCase(locale),
    unit: unit.toLocaleUpperCase(locale),
    nation: letterhead === 'business' ? '' : translate(locale, `formal-letters.nation.${letterhead}`),
    motto: letterhead === 'state' ? translate(locale, 'formal-letters.motto') : '',
    number: numberLine(letter, letterhead, locale),
    placeAndDate: placeAndDate(letter, locale),
    heading: translate(locale, 'formal-letters.heading'),
    about: letterhead === 'business' ? '' : inLocale(event.title, locale),
    lead: isVietnamese ? translate(locale, 'formal-letters.lead', { unit }) : '',
    name: atStart(addressedName(guest, locale), locale),
    office: officeIn(guest, locale),
    salutation: isVietnamese ? '' : salutation(guest, locale),
    paragraphs: [
      translate(locale, 'formal-letters.opening', { event: inLocale(event.title, locale) }),
      ...paragraphsOf(letter.purpose[locale] ?? ''),
    ],
    facts: factsFor(event, guest, locale),
    closing: letter.closing[locale] || translate(locale, 'formal-letters.closing'),
    signer: {
      capacity: (letter.signer.capacity[locale] ?? '').toLocaleUpperCase(locale),
      position: text(letter.signer.position).toLocaleUpperCase(locale),
      name: text(letter.signer.name),
    },
    copiesHeading: translate(locale, 'formal-letters.copies'),
    copies: copiesOf(letter, locale),
    code: letter.code ? codeFor(facts, guest, locale) : null,
  };
}

function numberLine(
  { number, symbol }: LetterFacts['letter'],
  letterhead: LetterSheet['letterhead'],
  locale: Locale,
): string {
  if (letterhead === 'business' && number === '') return '';
  return translate(locale, `formal-letters.number.${letterhead}`, {
    number: number || '……',
    symbol: symbol || 'none',
  });
}

function placeAndDate({ place, date }: LetterFacts['letter'], locale: Locale): string {
  return translate(locale, 'formal-letters.place-and-date', {
    place: inLocale(place, locale) || 'none',
    date: date ? formatDay(locale, date, 'formal') : 'none',
  });
}

function factsFor(event: Conference, guest: Addressee, locale: Locale): LetterSheet['facts'] {
  const lines = eventLines(event, locale);
  const { name, phone, email } = lines.contact;
  const facts = [
    ['when', lines.when],
    ['where', lines.where],
    ['seat', guest.seat && hasPass(guest.answer) ? seatIn(guest.seat, locale) : ''],
    ['dress-code', lines.dressCode],
    ['reply-by', guest.answer ? '' : lines.replyBy],
    ['contact', [name, phone, email].filter(Boolean).join(', ')],
  ] as const;
  return facts
    .filter(([, value]) => value !== '')
    .map(([key, value]) => ({ label: translate(locale, `formal-letters.fact.${key}`), value }));
}

/** Of a letter of an authority, who gets a copy is always said; of a firm's, only when somebody wrote it. */
function copiesOf({ copies, letterhead }: LetterFacts['letter'], locale: Locale): string[] {
  if (locale !== 'vi') return [];
  const usual = letterhead === 'business' ? '' : translate(locale, 'formal-letters.usual-copies');
  return (copies.vi || usual)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** The pass of who has accepted, otherwise the way to answer. Who has no link yet gets a letter without a code. */
function codeFor({ site, passes }: LetterFacts, guest: Addressee, locale: Locale): LetterSheet['code'] {
  const typed = translate(locale, 'formal-letters.code.typed', { code: spacedCode(guest.code) });
  const pass = passes.get(String(guest._id));
  if (pass) {
    return {
      qr: pass,
      heading: translate(locale, 'formal-letters.code.pass'),
      text: translate(locale, 'formal-letters.code.pass-text'),
      typed,
    };
  }
  const revision = guest.invitation?.linkRevision ?? 0;
  if (revision === 0 || !guest.invitation?.linkHash) return null;
  return {
    qr: site.url + paths.answerLink(guestToken(site.linkKey, guest, revision)),
    heading: translate(locale, 'formal-letters.code.answer'),
    text: translate(locale, 'formal-letters.code.answer-text'),
    typed,
  };
}

function paragraphsOf(text: string): string[] {
  return text
    .split(/\n+/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
