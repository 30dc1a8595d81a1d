import type { Types } from 'mongoose';
import { type CheckIn, CheckIns } from '../../../models/check-in.ts';
import { type Guest, Guests } from '../../../models/guest.ts';
import type { Access } from '../access/access.ts';

/** A guest in the hall. When a substitute came, its name; the guest is then the one represented. */
export interface Introducible extends Pick<
  Guest,
  '_id' | 'name' | 'addressForm' | 'position' | 'organisationName' | 'pronunciation' | 'standsFor'
> {
  substitute: string;
  admittedAt: Date;
}

const fields = {
  name: 1,
  addressForm: 1,
  position: 1,
  organisationName: 1,
  pronunciation: 1,
  standsFor: 1,
} as const;

/** What is said of these people when they are introduced. Whoever has just left is not among them. */
export async function introducible(
  { event: { _id: event } }: Access,
  ids: readonly Types.ObjectId[],
): Promise<Map<string, Introducible>> {
  const [guests, checkIns] = await Promise.all([
    Guests.find({ event, _id: { $in: ids } }, fields).lean<Guest[]>(),
    CheckIns.find(
      { _id: { $in: ids.map((id) => `${String(event)}:${String(id)}`) } },
      { guest: 1, 'admission.at': 1, 'admission.substitute': 1 },
    ).lean<CheckIn[]>(),
  ]);
  const admissions = new Map(checkIns.map(({ guest, admission }) => [String(guest), admission]));
  return new Map(
    guests.flatMap((guest) => {
      const admission = admissions.get(String(guest._id));
      if (!admission) return [];
      const { substitute, at: admittedAt } = admission;
      return [[String(guest._id), { ...guest, substitute, admittedAt }]];
    }),
  );
}
