import type { Types } from 'mongoose';
import { type CheckIn, CheckIns } from '../../../models/check-in.ts';
import { Guests } from '../../../models/guest.ts';

interface EventLike {
  _id: Types.ObjectId;
}

const MOST = 200;
const inside = { 'admission.at': { $gt: new Date(0) } } as const;

function instead({ _id }: EventLike) {
  return { event: _id, list: String(_id), 'admission.substitute': { $gt: '' } };
}

/** Whoever came in somebody's place, as it was said at the door: the guest, and who it was. */
export interface CameInstead {
  guest: Types.ObjectId;
  admission: NonNullable<CheckIn['admission']>;
}

export async function cameInstead(event: EventLike): Promise<CameInstead[]> {
  return CheckIns.find(instead(event), { guest: 1, admission: 1 }).limit(MOST).lean<CameInstead[]>();
}

/**
 * How many came in somebody's place without having been announced: named at the door. In the index of those who came
 * in somebody's place, of whom there are few.
 */
export async function countUnannounced({ _id }: EventLike): Promise<number> {
  const rows = await CheckIns.find(instead({ _id }), { guest: 1 }).lean<{ guest: Types.ObjectId }[]>();
  if (rows.length === 0) return 0;
  return Guests.countDocuments({
    event: _id,
    _id: { $in: rows.map(({ guest }) => guest) },
    standing: { $nin: ['substitute', 'cancelled'] },
    standsFor: null,
  });
}

/** In the index of those who brought somebody, of whom there are few. Whoever is out has nobody with them. */
export async function companionsInside({ _id }: EventLike): Promise<number> {
  const rows = await CheckIns.find(
    { event: _id, companions: { $gte: 0 }, list: String(_id), ...inside },
    { companions: 1 },
  ).lean<{ companions: number[] }[]>();
  return rows.reduce((sum, { companions }) => sum + companions.length, 0);
}
