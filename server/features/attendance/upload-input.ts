import { z } from 'zod';
import { passageMethods } from '../../../contract/attendance/facts.ts';
import { limits } from '../../../contract/limits.ts';
import { guestId, scanId } from './input.ts';

const about = {
  id: scanId,
  guest: guestId,
  /** When it happened, in milliseconds, by the device's clock as corrected at its last contact. */
  at: z.int().min(0),
  /** The same by the device's own clock. */
  deviceAt: z.iso.datetime({ offset: true }).nullable().default(null),
  /** The device's own count: 1, 2, 3 … without a gap. */
  seq: z.int().min(1),
};

/** Something a device did, as it tells it afterwards. */
export const Happening = z.discriminatedUnion('kind', [
  z.object({
    ...about,
    kind: z.literal('entry'),
    method: z.enum(passageMethods).default('scan'),
    substitute: z.string().trim().max(limits.name).default(''),
    override: z.string().trim().min(1).max(limits.text).optional(),
  }),
  z.object({ ...about, kind: z.literal('exit'), method: z.enum(passageMethods).default('scan') }),
  z.object({
    ...about,
    kind: z.literal('undo'),
    target: scanId,
    method: z.enum(passageMethods).default('search'),
  }),
]);
export type Happening = z.infer<typeof Happening>;

/** As it came, and as it was understood; null when it was not. */
export interface Uploaded {
  raw: unknown;
  happening: Happening | null;
}

/** Each for itself, so that one thing that cannot be read does not hold up its neighbours. */
export function readHappenings(happenings: readonly unknown[]): Uploaded[] {
  return happenings.map((raw) => ({ raw, happening: Happening.safeParse(raw).data ?? null }));
}
