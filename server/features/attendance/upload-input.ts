import { z } from 'zod';
import { passageMethods } from '../../../contract/attendance/facts.ts';
import { limits } from '../../../contract/limits.ts';
import { guestId, scanId } from './input.ts';

const line = z.string().trim().max(limits.line).default('');
const about = {
  id: scanId,
  guest: guestId,
  /** When it happened, in milliseconds, by the device's clock as corrected at its last contact. */
  at: z.int().min(0),
  /** The same by the device's own clock. */
  deviceAt: z.iso.datetime({ offset: true }).nullable().default(null),
  /** The device's own count: each number is greater than the one before. Attempts that changed nothing take one, too. */
  seq: z.int().min(1),
};
const passage = {
  ...about,
  /** Of the check-in list; '' for that of the whole event. */
  list: z.string().max(64).default(''),
  method: z.enum(passageMethods).default('scan'),
  /** The device decided it by itself, without having asked. */
  offline: z.boolean().default(true),
  /** The device had not heard of us since it was switched on, so its time may be wrong. */
  uncertain: z.boolean().default(false),
};

/** Something a device did, as it tells it afterwards. */
export const Happening = z.discriminatedUnion('kind', [
  z.object({
    ...passage,
    kind: z.literal('entry'),
    substitute: z.string().trim().max(limits.name).default(''),
    override: z.string().trim().min(1).max(limits.text).exactOptional(),
  }),
  z.object({ ...passage, kind: z.literal('exit') }),
  z.object({ ...passage, kind: z.literal('companion'), place: z.int().min(0).max(99) }),
  z.object({ ...passage, kind: z.literal('undo'), target: scanId }),
  /** Somebody who was not on the list. Their entry is told by itself. */
  z.object({
    ...about,
    kind: z.literal('walk-in'),
    name: z.string().trim().min(1).max(limits.name),
    position: line,
    unit: line,
    phone: z.string().trim().max(limits.phone).default(''),
    category: line,
    photo: z.enum(['yes', 'no']).default('no'),
    note: line,
  }),
]);
export type Happening = z.infer<typeof Happening>;
export type Passed = Exclude<Happening, { kind: 'walk-in' }>;

/** As it came, and as it was understood; null when it was not. */
export interface Uploaded {
  raw: unknown;
  happening: Happening | null;
}

/** Each for itself, so that one thing that cannot be read does not hold up its neighbours. */
export function readHappenings(happenings: readonly unknown[]): Uploaded[] {
  return happenings.map((raw) => ({ raw, happening: Happening.safeParse(raw).data ?? null }));
}
