import { type CheckIn, CheckIns, type Passage } from '../../../models/check-in.ts';
import type { Effect } from '../../../models/fields/effects.ts';
import { Guests } from '../../../models/guest.ts';

/** What follows from a passage: the guest says whether they are in the hall. */
export function arrivalEffect(checkIn: string, { id, at }: Passage): Effect {
  return { id: `arrival:${id}`, kind: 'arrival', data: { checkIn }, at };
}

/**
 * Carries out `arrival` effects: copies onto each guest whether they are in the hall. It reads the check-ins again
 * instead of trusting the effect, so that repeats and late arrivals of effects all end in the same truth.
 */
export async function recordArrivals(effects: readonly Effect[]): Promise<void> {
  const ids = [...new Set(effects.map((effect) => String(effect.data['checkIn'])))];
  const checkIns = await CheckIns.find({ _id: { $in: ids } }, { guest: 1, 'admission.at': 1 }).lean<
    CheckIn[]
  >();
  if (checkIns.length === 0) return;
  await Guests.bulkWrite(
    checkIns.map((checkIn) => ({
      updateOne: {
        filter: { _id: checkIn.guest },
        update: { $set: { arrivedAt: checkIn.admission?.at ?? null } },
        timestamps: false,
      },
    })),
    { ordered: false },
  );
}
