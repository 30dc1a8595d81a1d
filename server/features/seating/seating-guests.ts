import type { Types } from 'mongoose';
import { type Guest, Guests } from '../../../models/guest.ts';
import type { Access } from '../access/access.ts';
import { personOf } from './occupant.ts';

const fields = {
  name: 1,
  addressForm: 1,
  position: 1,
  organisation: 1,
  organisationName: 1,
  locale: 1,
  category: 1,
  delegation: 1,
  order: 1,
  state: 1,
  standing: 1,
  seat: 1,
  arrivedAt: 1,
  replacedBy: 1,
  'answer.substitute.name': 1,
  'answer.details.companions': 1,
} as const;

/** A guest as the plan of the hall needs one. */
export type SeatingGuest = Pick<
  Guest,
  | '_id'
  | 'name'
  | 'addressForm'
  | 'position'
  | 'organisation'
  | 'organisationName'
  | 'locale'
  | 'category'
  | 'delegation'
  | 'order'
  | 'state'
  | 'standing'
  | 'seat'
  | 'arrivedAt'
  | 'replacedBy'
> & {
  answer: {
    substitute?: { name: string } | null;
    details?: { companions?: { name: string; position: string }[] };
  } | null;
};

/** Everybody on the list in protocol order: a plan shows all of them, seated or not. */
export async function seatingGuests(access: Access): Promise<SeatingGuest[]> {
  return Guests.find({ event: access.event._id }, fields).sort({ order: 1, _id: 1 }).lean<SeatingGuest[]>();
}

/** Only those who have a seat on the plan: all that a drawing or a print of it shows. */
export async function seatedGuests(
  { event }: Access,
  seats: Readonly<Record<string, string>>,
): Promise<SeatingGuest[]> {
  const ids = [...new Set(Object.values(seats).map((who) => personOf(who).guest))];
  return Guests.find({ _id: { $in: ids }, event: event._id }, fields)
    .hint({ _id: 1 })
    .lean<SeatingGuest[]>();
}

/** Those who still may come; who declined or was taken off the list has no seat. */
export function isExpected({ standing, replacedBy }: Pick<Guest, 'standing' | 'replacedBy'>): boolean {
  return standing !== 'declined' && standing !== 'cancelled' && !replacedBy;
}

export function companionsOf({ answer }: Pick<SeatingGuest, 'answer'>): { name: string; position: string }[] {
  return answer?.details?.companions ?? [];
}

export function guestsById(guests: readonly SeatingGuest[]): Map<string, SeatingGuest> {
  return new Map(guests.map((guest) => [String(guest._id satisfies Types.ObjectId), guest]));
}
