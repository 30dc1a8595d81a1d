import { type Conference, Events, type Venue } from '../../../models/event.ts';
import { settle } from '../../platform/database/effects.ts';
import { Refused } from '../../platform/errors.ts';
import { tell } from '../../platform/live/tell.ts';
import { daysBetween, instantIn } from '../../platform/zoned-time.ts';
import { type Access, demand } from '../access/access.ts';
import { hallRooms } from '../access/rooms.ts';
import { audit } from '../audit/audit.ts';
import { eventRecord } from './event-record.ts';
import type { EditEventInput } from './input.ts';

/** Changes the event's details on the revision that was seen; somebody else's change in between is a refusal. */
export async function updateEvent(access: Access, input: EditEventInput): Promise<void> {
  const { event, actor } = demand(access, 'events.edit');
  const { rev, ...details } = eventDetails(event, input);
  const set = { ...details, ...eventRecord({ slug: event.slug, ...details }) };
  const entry = audit(actor, { action: 'audit.events.updated', event: event._id });
  const changed = await Events.updateOne(
    { _id: event._id, rev },
    { $set: set, $inc: { rev: 1 }, $push: { effects: entry } },
  );
  if (changed.matchedCount === 0) throw new Refused('errors.conflict-rev');

  settle(Events, event._id);
  tell(hallRooms(event), 'page:stale', 'event');
}

type Details = Omit<EditEventInput, 'firstDay' | 'lastDay' | 'replyBy' | 'venue' | 'host'> &
  Pick<Conference, 'days' | 'replyBy' | 'venue' | 'host'>;

function eventDetails(event: Conference, input: EditEventInput): Details {
  const { firstDay, lastDay, replyBy, venue, host, ...rest } = input;
  return {
    ...rest,
    host: { organisation: event.host.organisation, ...host },
    days: daysOf(event.days, firstDay, lastDay || firstDay),
    replyBy: replyBy ? instantIn(input.timeZone, replyBy) : null,
    venue: isKnown(venue) ? venue : null,
  };
}

// An imported event may have a free day in the middle. It stays free as long as its first and last day stay.
function daysOf(before: string[], first: string, last: string): string[] {
  if (!first) return [];
  return before[0] === first && before.at(-1) === last ? before : daysBetween(first, last);
}

function isKnown({ mapUrl, ...texts }: Venue): boolean {
  return mapUrl !== '' || Object.values(texts).some((text) => Object.keys(text).length > 0);
}
