import * as fc from 'fast-check';
import {
  badgeAligns,
  badgeBacks,
  badgeFields,
  bandPlaces,
  nameChoices,
  orientations,
  qrPlaces,
  sizeChoices,
} from '../../../contract/badge/design.ts';
import { firstPaper } from '../../../contract/badge/sheet.ts';
import { letterheads } from '../../../contract/formal-letter.ts';
import { letterKinds, waveChannels } from '../../../contract/letters.ts';
import { nomineeStates } from '../../../contract/nominations.ts';
import { addressForms } from '../../../contract/person.ts';
import { sides } from '../../../contract/states.ts';
import type { EventFileInput } from '../../../server/features/exchange/format.ts';
import { instant, maybeInstant, maybeWord, person, someText, texts } from './arbitrary-values.ts';

const letter = fc.record({ subject: maybeWord, body: maybeWord });
const letterTexts = fc.record({ vi: letter, en: letter, ru: letter }, { requiredKeys: [] });
const ownLetters = fc
  .subarray(letterKinds.filter((kind) => kind !== 'invitation'))
  .chain((kinds) => fc.tuple(...kinds.map((kind) => letterTexts.map((own) => ({ kind, ...own })))));
const formalLetter = fc.record({
  letterhead: fc.constantFrom(...letterheads),
  superior: texts,
  unit: texts,
  number: fc.constantFrom('', '12'),
  symbol: maybeWord,
  place: texts,
  date: fc.constantFrom('', '2027-02-01'),
  purpose: texts,
  closing: texts,
  signer: fc.record({ capacity: texts, position: texts, name: texts }),
  copies: texts,
  code: fc.boolean(),
  shared: fc.boolean(),
});
const wave = fc.record({
  kind: fc.constantFrom(...letterKinds),
  channel: fc.constantFrom(...waveChannels),
  selection: fc.record({
    who: fc.constantFrom('everybody', 'no-answer', 'arrived'),
    answered: fc.constant(''),
  }),
  moment: fc.record({
    how: fc.constantFrom('now', 'before', 'after'),
    amount: fc.nat(30),
    unit: fc.constantFrom('days', 'hours'),
    of: fc.constantFrom('start', 'reply-by', 'end'),
  }),
  state: fc.constantFrom('paused', 'done', 'cancelled'),
  expected: fc.nat(500),
  texts: letterTexts,
  by: maybeWord,
  plannedAt: instant,
  startedAt: maybeInstant,
  doneAt: maybeInstant,
});
const nominee = fc.record({
  name: person,
  addressForm: fc.constantFrom(...addressForms),
  position: maybeWord,
  office: maybeWord,
  email: fc.constantFrom('', 'n@unit.example'),
  needs: maybeWord,
  state: fc.constantFrom(...nomineeStates),
  remark: maybeWord,
  addedAt: instant,
  changedAt: instant,
});
const nomination = fc.record({
  name: someText,
  asDelegation: fc.boolean(),
  quota: fc.integer({ min: 1, max: 500 }),
  side: fc.constantFrom(...sides),
  position: maybeWord,
  note: maybeWord,
  deadline: instant,
  secretary: fc.record({ name: maybeWord, email: fc.constantFrom('', 's@unit.example') }),
  locale: fc.constantFrom('vi', 'en', 'ru'),
  state: fc.constantFrom('open', 'closed'),
  submittedAt: maybeInstant,
  sentAt: maybeInstant,
  nominees: fc.array(nominee, { maxLength: 3 }),
});

const badges = fc.record({
  designs: fc.array(
    fc.record({
      category: fc.constant(''),
      size: fc.constantFrom(...sizeChoices),
      width: fc.integer({ min: 30, max: 297 }),
      height: fc.integer({ min: 30, max: 297 }),
      orientation: fc.constantFrom(...orientations),
      band: fc.constantFrom(...bandPlaces),
      qr: fc.constantFrom(...qrPlaces),
      qrSize: fc.integer({ min: 22, max: 60 }),
      align: fc.constantFrom(...badgeAligns),
      names: fc.constantFrom(...nameChoices),
      fields: fc.subarray([...badgeFields]),
      back: fc.constantFrom(...badgeBacks),
    }),
    { maxLength: 1 },
  ),
  paper: fc.constant(firstPaper),
  logo: fc.option(
    fc.record({
      type: fc.constantFrom('image/png' as const, 'image/jpeg' as const),
      data: fc.base64String({ minLength: 4, maxLength: 40 }),
      width: fc.integer({ min: 1, max: 500 }),
      height: fc.integer({ min: 1, max: 500 }),
    }),
  ),
});

export const arbitraryLetters = {
  letters: ownLetters,
  formalLetter: fc.option(formalLetter),
  badges: fc.option(badges),
  waves: fc.array(wave, { maxLength: 3 }),
  nominations: fc.array(nomination, { maxLength: 3 }),
};

export interface Letters {
  letters: NonNullable<EventFileInput['letters']>;
  formalLetter: EventFileInput['formalLetter'] | null;
  badges: EventFileInput['badges'] | null;
  waves: Omit<NonNullable<EventFileInput['waves']>[number], 'number'>[];
  nominations: NonNullable<EventFileInput['nominations']>;
}

type LetterParts = Pick<EventFileInput, 'letters' | 'formalLetter' | 'badges' | 'waves' | 'nominations'>;

/** Letters, waves and units that point to what there is. */
export function lettersOf(parts: Letters, people: readonly string[]): LetterParts {
  const { letters, formalLetter, badges, waves, nominations } = parts;
  return {
    letters,
    ...(formalLetter ? { formalLetter } : {}),
    ...(badges ? { badges } : {}),
    waves: waves.map((one, index) => ({
      ...one,
      number: index + 1,
      selection: index > 0 ? { who: 'wave', wave: index } : { ...one.selection, guests: people.slice(0, 2) },
    })),
    nominations: nominations.map((one, index) => ({
      ...one,
      name: { ...one.name, vi: `Đơn vị ${index}` },
      nominees: one.nominees?.map((each, place) => ({
        ...each,
        replaces: place > 0 ? place : null,
        guest: people[place] ?? '',
      })),
    })),
  };
}
