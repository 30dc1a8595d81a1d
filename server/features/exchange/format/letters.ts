import { z } from 'zod';
import { letterheads } from '../../../../contract/formal-letter.ts';
import {
  letterKinds,
  momentAnchors,
  momentKinds,
  momentUnits,
  selectionKinds,
  waveChannels,
} from '../../../../contract/letters.ts';
import { limits } from '../../../../contract/limits.ts';
import { day, instant, localised, optionalInstant, optionalRef, ref, words } from './text.ts';

/** A letter in one language. */
export const letterText = z
  .strictObject({ subject: words(limits.title), body: words(limits.longText) })
  .default({ subject: '', body: '' });

/** The event's own text of one kind of letter. That of the invitation is `event.letter`. */
export const LetterPart = z
  .strictObject({
    kind: z.enum(letterKinds).exclude(['invitation']),
    vi: letterText,
    en: letterText,
    ru: letterText,
  })
  .meta({ id: 'letter' });
export type LetterPart = z.infer<typeof LetterPart>;

const Signer = z.strictObject({
  capacity: localised(limits.name),
  position: localised(limits.name),
  name: localised(limits.name),
});

/** What the invitations on paper say beside the facts of the event. */
export const FormalLetterPart = z
  .strictObject({
    letterhead: z.enum(letterheads),
    superior: localised(limits.title),
    unit: localised(limits.title),
    number: words(20),
    symbol: words(40),
    place: localised(limits.name),
    date: z.union([z.literal(''), day]).default(''),
    purpose: localised(limits.text),
    closing: localised(limits.title),
    signer: Signer.prefault({}),
    copies: localised(limits.text),
    /** Whether each letter has a code to answer by. */
    code: z.boolean().default(false),
    /** Whether guests find their letter on their own page. */
    shared: z.boolean().default(false),
  })
  .meta({ id: 'formalLetter' });
export type FormalLetterPart = z.infer<typeof FormalLetterPart>;

/** Waves are called by their numbers. */
export const waveNumber = z.int().min(1).max(100_000);

const Selection = z.strictObject({
  who: z.enum(selectionKinds),
  category: optionalRef,
  delegation: words(limits.title),
  wave: waveNumber.nullable().default(null),
  answered: z.enum(['', 'yes', 'no']).default(''),
  guests: z.array(ref).max(20_000).default([]),
});

const Moment = z.strictObject({
  how: z.enum(momentKinds),
  at: optionalInstant,
  amount: z.int().min(0).max(1000).default(0),
  unit: z.enum(momentUnits).default('days'),
  of: z.enum(momentAnchors).default('start'),
});

/** One sending. Nothing goes out of a file by itself: what is still to be sent waits for a person. */
export const WavePart = z
  .strictObject({
    number: waveNumber,
    kind: z.enum(letterKinds),
    channel: z.enum(waveChannels).default('mail'),
    selection: Selection,
    moment: Moment,
    state: z.enum(['paused', 'done', 'cancelled']),
    /** How many the review named. */
    expected: z.int().min(0).max(1_000_000).default(0),
    texts: z.strictObject({ vi: letterText, en: letterText, ru: letterText }).prefault({}),
    by: words(limits.name),
    plannedAt: instant,
    startedAt: optionalInstant,
    writtenAt: optionalInstant,
    doneAt: optionalInstant,
  })
  .meta({ id: 'wave' });
export type WavePart = z.infer<typeof WavePart>;
