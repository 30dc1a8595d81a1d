import { type Guest, Guests } from '../../../models/guest.ts';
import { Invalid } from '../../platform/errors.ts';
import type { Access } from '../access/access.ts';

export type Speaker = Pick<
  Guest,
  '_id' | 'name' | 'addressForm' | 'position' | 'organisationName' | 'pronunciation' | 'arrivedAt' | 'state'
>;

const MOST_CANDIDATES = 300;

const fields = {
  name: 1,
  addressForm: 1,
  position: 1,
  organisationName: 1,
  pronunciation: 1,
  arrivedAt: 1,
  state: 1,
} as const;

/** The guests who speak, by id. */
export async function speakersOf(
  event: Pick<Access['event'], '_id'>,
  ids: readonly { toString(): string }[],
): Promise<Map<string, Speaker>> {
  const speakers = await Guests.find({ event: event._id, _id: { $in: ids.map(String) } }, fields).lean<
    Speaker[]
  >();
  return new Map(speakers.map((speaker) => [String(speaker._id), speaker]));
}

/**
 * Whom an item can name: those it names already, whatever their rank or state, then the guests of highest rank, as
 * many as a list can hold.
 */
export async function possibleSpeakers(
  event: Access['event'],
  named: readonly { toString(): string }[],
): Promise<Speaker[]> {
  const [chosen, highest] = await Promise.all([
    speakersOf(event, named),
    Guests.find({ event: event._id, state: 'listed' }, fields)
      .sort({ order: 1, _id: 1 })
      .limit(MOST_CANDIDATES)
      .lean<Speaker[]>(),
  ]);
  const offered = new Set(highest.map(({ _id }) => String(_id)));
  return [...[...chosen.values()].filter(({ _id }) => !offered.has(String(_id))), ...highest];
}

/** A speaker who is not on this event's list does not exist for it. */
export async function checkSpeakers(access: Access, ids: readonly string[]): Promise<void> {
  const known = await speakersOf(access.event, ids);
  if (ids.some((id) => !known.has(id))) {
    throw new Invalid([{ path: 'speakers', key: 'agenda.unknown-speaker', params: {} }]);
  }
}
