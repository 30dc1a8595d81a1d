import type { QueryFilter } from 'mongoose';
import { type Guest, Guests } from '../../../models/guest.ts';
import { wordConditions } from '../../platform/database/word-search.ts';
import type { Access } from '../access/access.ts';

export type AwardPerson = Pick<
  Guest,
  '_id' | 'name' | 'addressForm' | 'position' | 'organisationName' | 'arrivedAt'
>;
export type AwardPeople = ReadonlyMap<string, AwardPerson>;

const MOST_CANDIDATES = 150;
const MOST_FOUND = 12;
const fields = { name: 1, addressForm: 1, position: 1, organisationName: 1, arrivedAt: 1 } as const;

/** The guests of the event with these ids. */
export async function peopleOf(
  access: { event: Pick<Access['event'], '_id'> },
  ids: readonly ({ toString(): string } | null)[],
): Promise<AwardPeople> {
  const known = ids.map(String).filter((id) => /^[0-9a-f]{24}$/.test(id));
  const found = await Guests.find({ event: access.event._id, _id: { $in: known } }, fields).lean<
    AwardPerson[]
  >();
  return new Map(found.map((person) => [String(person._id), person]));
}

/** Whom a list can offer: the guests of highest rank. */
export function candidates(access: Access): Promise<AwardPerson[]> {
  return Guests.find({ event: access.event._id, state: 'listed' }, fields)
    .sort({ order: 1, _id: 1 })
    .limit(MOST_CANDIDATES)
    .lean<AwardPerson[]>();
}

/** Guests found by any part of their name, in protocol order. */
export async function searchPeople(access: Access, query: string): Promise<AwardPerson[]> {
  const listed: QueryFilter<Guest> = { event: access.event._id, state: 'listed' };
  const conditions = await wordConditions(query, (condition, limit) =>
    Guests.countDocuments({ ...listed, ...condition }).limit(limit),
  );
  if (conditions.length === 0) return [];
  return Guests.find({ $and: [listed, ...conditions] }, fields)
    .sort({ order: 1, _id: 1 })
    .limit(MOST_FOUND)
    .lean<AwardPerson[]>();
}
