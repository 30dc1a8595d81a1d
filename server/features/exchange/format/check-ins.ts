import { z } from 'zod';
import { limits } from '../../../../contract/limits.ts';
import { doubleDecisions } from '../../../../contract/attendance/decisions.ts';
import { passageKinds, passageMethods } from '../../../../contract/attendance/facts.ts';
import { instant, optionalInstant, optionalRef, ref, words } from './text.ts';

const Passage = z.strictObject({
  kind: z.enum(passageKinds).default('entry'),
  /** Of an undo: which of this guest's passages it takes back, counted from 1. */
  takesBack: z.int().min(1).exactOptional(),
  /** Of a companion: which of those the guest named, counted from 0. */
  place: z.int().min(0).max(99).exactOptional(),
  at: instant,
  deviceAt: optionalInstant,
  door: words(limits.name),
  seq: z.int().min(0).default(0),
  by: words(limits.name),
  method: z.enum(passageMethods).default('search'),
  substitute: words(limits.name),
  /** Why somebody was let in whom the list did not allow. */
  override: z.string().trim().max(limits.text).exactOptional(),
  /** A device decided it by itself, without network. */
  offline: z.literal(true).exactOptional(),
  /** The clock of the device may have been wrong. */
  uncertain: z.literal(true).exactOptional(),
});

/** What somebody decided about an entry that contradicts another. Passages are named by their place, from 1; 0 is none. */
const Decision = z.strictObject({
  /** The entry it is about, and the admission that it contradicted. */
  about: z.int().min(1),
  of: z.int().min(0).default(0),
  kind: z.enum(doubleDecisions),
  /** The second person, where two came in. */
  who: words(limits.name),
  note: words(limits.line),
  by: words(limits.name),
  at: instant,
  /** The passages that stand for it: with this guest, and with the one who really came. */
  entry: z.int().min(0).default(0),
  companion: z.int().min(0).default(0),
  elsewhere: z.strictObject({ guest: ref, passage: z.int().min(1) }).exactOptional(),
});
export type DecisionPart = z.infer<typeof Decision>;

/** What a guest did at the doors. Which device read which code is not part of a file, and neither are refused scans. */
export const CheckInPart = z
  .strictObject({
    guest: ref,
    /** A list of this file; left out for the whole event. */
    list: optionalRef,
    passages: z.array(Passage).min(1).max(1000),
    /** The last one about a passage holds; left out while nobody has decided. */
    decisions: z.array(Decision).min(1).max(1000).exactOptional(),
  })
  .refine(({ passages }) => passages.every(pointsInside), {
    error: 'exchange.problem.takes-back',
    path: ['passages'],
  })
  .refine(({ passages, decisions = [] }) => decisions.every(({ about }) => about <= passages.length), {
    error: 'exchange.problem.decision',
    path: ['decisions'],
  })
  .meta({ id: 'checkIn' });
export type CheckInPart = z.infer<typeof CheckInPart>;

function pointsInside(
  { kind, takesBack }: z.infer<typeof Passage>,
  _place: number,
  all: readonly z.infer<typeof Passage>[],
): boolean {
  const target = takesBack === undefined ? undefined : all[takesBack - 1];
  return kind === 'undo' ? target !== undefined && target.kind !== 'undo' : takesBack === undefined;
}
