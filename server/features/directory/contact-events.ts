import type { Types } from 'mongoose';
import { type Conference, Events } from '../../../models/event.ts';
import { type Guest, Guests } from '../../../models/guest.ts';
import { Memberships } from '../../../models/membership.ts';
import type { OfficeAccess } from '../access/access.ts';

const MOST = 100;
const guestFields = { event: 1, standing: 1, arrivedAt: 1, position: 1, organisationName: 1 } as const;
const eventFields = { slug: 1, title: 1, days: 1, state: 1, timeZone: 1 } as const;

export interface Attended {
  event: Pick<Conference, keyof typeof eventFields | '_id'>;
  guest: Pick<Guest, keyof typeof guestFields | '_id'>;
}

/** Where this person was on the list, the latest first, among the events the reader works in. */
export async function contactEvents(
  access: OfficeAccess,
  contact: { _id: Types.ObjectId },
): Promise<Attended[]> {
  const mine = await eventsOf(access);
  // The type is what the partial index of contacts asks for; without it the whole lists would be read.
  const known = { $eq: contact._id, $type: 'objectId' } as const;
  const guests = await Guests.find({ event: { $in: mine }, contact: known }, guestFields)
    .limit(MOST)
    .lean<Attended['guest'][]>();
  const events = await Events.find({ _id: { $in: guests.map(({ event }) => event) } }, eventFields).lean<
    Attended['event'][]
  >();
  const byId = new Map(events.map((event) => [String(event._id), event]));
  return guests
    .flatMap((guest) => {
      const event = byId.get(String(guest.event));
      return event ? [{ event, guest }] : [];
    })
    .toSorted((a, b) => (firstDay(a) < firstDay(b) ? 1 : -1));
}

/** Administrators own every event. */
async function eventsOf({ actor }: OfficeAccess): Promise<Types.ObjectId[]> {
  if (actor.role === 'administrator') return Events.distinct('_id');
  return Memberships.distinct('event', { user: actor.id });
}

// Without a date yet, an event lies ahead.
function firstDay({ event }: Attended): string {
  return event.days[0] ?? '9999';
}
