import { z } from 'zod';
import { limits } from '../../../../contract/limits.ts';
import { waveChannels } from '../../../../contract/letters.ts';
import { answerChannels, answerKinds } from '../../../../contract/states.ts';
import { waveNumber } from './letters.ts';
import { instant, optionalInstant, optionalRef, ref, words } from './text.ts';

const Substitute = z.strictObject({
  name: words(limits.name),
  position: words(limits.position),
  phone: words(limits.phone),
  email: words(limits.email),
});

const line = words(limits.text);

const Details = z.strictObject({
  companions: z
    .array(z.strictObject({ name: words(limits.name), position: words(limits.position) }))
    .max(100)
    .default([]),
  dietary: line,
  access: line,
  transport: line,
  photo: z.enum(['yes', 'no']).nullable().default(null),
  photoVersion: z.int().min(1).max(10_000).exactOptional(),
  questions: z
    .array(z.strictObject({ id: ref, value: z.array(z.string().max(limits.text)).max(100).default([]) }))
    .max(200)
    .default([]),
});

const Refusal = z.strictObject({ by: words(limits.name), at: instant, reason: line });

const Answer = z.strictObject({
  kind: z.enum(answerKinds),
  channel: z.enum(answerChannels),
  by: words(limits.name),
  at: instant,
  note: words(limits.text),
  /** Given to a date that holds no longer. */
  beforeChange: z.literal(true).exactOptional(),
  substitute: Substitute.nullable().default(null).transform(nobodyIsNull),
  said: z.string().trim().max(limits.name).exactOptional(),
  trust: z.enum(['A', 'B', 'C']).exactOptional(),
  details: Details.exactOptional(),
  provisional: z.literal(true).exactOptional(),
  refusal: Refusal.exactOptional(),
  /** Of an earlier answer: it was no answer after all. */
  takenBack: z.strictObject({ by: words(limits.name), at: instant }).exactOptional(),
});

/** What was sent to a guest and what came back. Links are not part of a file: they are made anew. */
export const AnswerPart = z
  .strictObject({
    guest: ref,
    invitation: z
      .strictObject({
        wave: z.int().min(0).max(1000).default(0),
        sentAt: optionalInstant,
        remindedAt: optionalInstant,
        /** How it went out; left out for mail. */
        channel: z.enum(waveChannels).exclude(['mail']).exactOptional(),
      })
      .nullable()
      .default(null),
    answer: Answer.nullable().default(null),
    /** Earlier answers, oldest first. */
    earlier: z.array(Answer).max(10).default([]),
    /** The waves of this file that have written to them. */
    waves: z.array(waveNumber).max(10_000).exactOptional(),
  })
  .meta({ id: 'answer' });
export type AnswerPart = z.infer<typeof AnswerPart>;

export const StagePart = z
  .strictObject({
    running: optionalRef,
    startedAt: optionalInstant,
    runs: z
      .array(z.strictObject({ item: ref, startedAt: instant, endedAt: optionalInstant }))
      .max(10_000)
      .default([]),
    introduced: z
      .array(z.strictObject({ guest: ref, at: instant, by: words(limits.name) }))
      .max(20_000)
      .default([]),
    message: z
      .strictObject({ text: words(limits.text), at: instant, by: words(limits.name) })
      .nullable()
      .default(null),
  })
  .meta({ id: 'stage' });
export type StagePart = z.infer<typeof StagePart>;

// "A colleague will come" without saying who.
function nobodyIsNull<T extends object>(substitute: T | null): T | null {
  return substitute && Object.values(substitute).some(Boolean) ? substitute : null;
}
