import { type Localised, localeOfText } from '../../../contract/localised.ts';
import type { LetterKind } from '../../../contract/letters.ts';
import { type Locale, locales } from '../../../contract/locales.ts';
import type { Conference } from '../../../models/event.ts';
import type { LetterTexts } from '../../../models/message-template.ts';
import { rulesOf } from './kinds.ts';
import { fieldsOf, type MergeField } from './merge-fields.ts';

/** What of a letter is written by people in each language. */
export const letterParts = [
  'text',
  'title',
  'motto',
  'host',
  'place',
  'dress-code',
  'inviter',
  'sessions',
] as const;
export type LetterPart = (typeof letterParts)[number];

/** Parts that readers of one language get in another, because nobody has written them in theirs. */
export interface ForeignParts {
  reads: Locale;
  stands: Locale;
  parts: LetterPart[];
}

export interface WrittenLetter {
  event: Conference;
  kind: LetterKind;
  texts: LetterTexts;
}

export function foreignParts(letter: WrittenLetter, reads: Locale): ForeignParts[] {
  const found = Object.entries(partsOf(letter, reads)).flatMap(([part, texts]) =>
    texts.map((text) => ({ part: part as LetterPart, stands: localeOfText(text, reads) })),
  );
  return locales
    .filter((locale) => locale !== reads)
    .map((stands) => ({
      reads,
      stands,
      parts: letterParts.filter((part) => found.some((one) => one.part === part && one.stands === stands)),
    }))
    .filter(({ parts }) => parts.length > 0);
}

/** The texts behind each part that this letter, or the page it leads to, shows. */
function partsOf({ event, kind, texts }: WrittenLetter, reads: Locale): Record<LetterPart, Localised[]> {
  const bodies = { vi: texts.vi.body, en: texts.en.body, ru: texts.ru.body };
  const { subject, body } = texts[localeOfText(bodies, reads) ?? reads];
  const named = new Set(fieldsOf(`${subject}\n${body}`));
  const { brings, buttons } = rulesOf(kind);
  const { venue, host, inviter } = event;
  const when = (isShown: boolean, shown: (Localised | undefined)[]) =>
    isShown ? shown.filter((text) => text !== undefined) : [];
  const shows = (field: MergeField) => named.has(field);
  return {
    text: [bodies],
    title: [event.title],
    motto: [event.motto],
    host: when(shows('host'), [host.name]),
    place: when(shows('where') || brings.includes('facts'), [
      venue?.room,
      venue?.name,
      venue?.address,
      venue?.city,
    ]),
    'dress-code': when(shows('dressCode') || brings.includes('facts'), [event.dressCode]),
    inviter: when(shows('inviter') || kind === 'invitation', [inviter.position]),
    sessions: when(
      buttons !== 'none',
      event.sessions.map(({ title }) => title),
    ),
  };
}
