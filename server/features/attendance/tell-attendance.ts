import { Types } from 'mongoose';
import type { Passage } from '../../../models/check-in.ts';
import type { Guest } from '../../../models/guest.ts';
import { coalesce } from '../../platform/live/coalesce.ts';
import { isHeard } from '../../platform/live/stream.ts';
import { tell } from '../../platform/live/tell.ts';
import { hallRooms } from '../access/rooms.ts';
import { locales } from '../../../contract/locales.ts';
import type { Arrival } from '../../../contract/live/attendance.ts';
import type { Localised } from '../../../contract/localised.ts';
import type { PersonName } from '../../../contract/person.ts';
import { displayName } from '../directory/person-name.ts';
import { headcount } from '../guests/headcount.ts';

const COUNTS_EVERY = 250;

interface EventLike {
  _id: Types.ObjectId;
}

export function tellArrival(event: EventLike, guest: Guest, admission: Passage): void {
  tell(hallRooms(event), 'attendance:arrived', {
    guest: String(guest._id),
    organisation: guest.organisationName,
    at: admission.at.toISOString(),
    ...whoCame(guest, admission.substitute),
  });
  tellCount(event);
}

/** A substitute comes under their own name and position. */
function whoCame(
  guest: Guest,
  substitute: string,
): Pick<Arrival, 'name' | 'position'> & { substituteFor?: Localised } {
  const name = localisedName(guest.name);
  const { standsFor } = guest;
  if (standsFor) return { name, position: guest.position, substituteFor: localisedName(standsFor.name) };
  if (!substitute) return { name, position: guest.position };
  const position = guest.answer?.substitute?.position;
  return { name: { vi: substitute }, position: position ? { vi: position } : {}, substituteFor: name };
}

export function tellUndone(event: EventLike, guest: string): void {
  tell(hallRooms(event), 'attendance:undone', guest);
  tellCount(event);
}

/** Tells the whole count, at most four times a second however many come in. */
export function tellCount(event: EventLike): void {
  recount(String(event._id));
}

// A count that could not be read is told with the next arrival; news is a hint, pages fetch the truth.
const recount = coalesce(COUNTS_EVERY, async (id) => {
  const event = { _id: new Types.ObjectId(id) };
  if (isHeard(hallRooms(event))) tell(hallRooms(event), 'attendance:counted', await headcount(event));
});

function localisedName(name: PersonName): Localised {
  return Object.fromEntries(locales.map((locale) => [locale, displayName(name, locale)]));
}
