import type { EventState } from '../../../contract/states.ts';
import { type Conference, Events } from '../../../models/event.ts';
import { Guests } from '../../../models/guest.ts';
import { now } from '../../platform/clock.ts';
import { settle } from '../../platform/database/effects.ts';
import { Invalid, Refused } from '../../platform/errors.ts';
import { tell } from '../../platform/live/tell.ts';
import { type Access, demand } from '../access/access.ts';
import { hallRooms } from '../access/rooms.ts';
import { audit } from '../audit/audit.ts';
import { isMove } from './event-moves.ts';
import { missingToPublish } from './readiness.ts';

/** Moves the event to its next state, or one back. Refuses with everything that is missing. */
export async function changeState(access: Access, to: EventState): Promise<void> {
  const { event, actor } = demand(access, 'events.change-state');
  if (event.state === to) return;
  if (!isMove(event.state, to)) throw new Refused('events.no-such-move');
  await refuseTooEarly(event, to);

  const entry = audit(actor, { action: `audit.events.to-${to}`, event: event._id });
  const changed = await Events.updateOne(
    { _id: event._id, state: event.state },
    { $set: { state: to, ...publication(event, to) }, $inc: { rev: 1 }, $push: { effects: entry } },
  );
  if (changed.matchedCount === 0) throw new Refused('errors.conflict-rev');

  settle(Events, event._id);
  tell(hallRooms(event), 'page:stale', 'event');
}

async function refuseTooEarly(event: Conference, to: EventState): Promise<void> {
  if (to === 'published' && event.state === 'draft') await refuseUnready(event);
  if (to === 'draft') await refuseIfInvited(event);
  if (to === 'published' && event.state === 'live') await refuseIfPresent(event);
}

async function refuseUnready(event: Conference): Promise<void> {
  const missing = await missingToPublish(event);
  if (missing.length === 0) return;
  throw new Invalid(missing.map((step) => ({ path: step, key: `events.missing.${step}`, params: {} })));
}

/** People hold invitations to it: taking its page away would leave them in front of a closed door. */
async function refuseIfInvited(event: Conference): Promise<void> {
  const count = await Guests.countDocuments({ event: event._id, 'invitation.sentAt': { $ne: null } });
  if (count > 0) throw new Refused('events.already-invited', { count });
}

async function refuseIfPresent(event: Conference): Promise<void> {
  const count = await Guests.countDocuments({ event: event._id, arrivedAt: { $ne: null } });
  if (count > 0) throw new Refused('events.already-arrived', { count });
}

/** The day of the first publication stays. */
function publication(event: Conference, to: EventState): Partial<Conference> {
  return to === 'published' && !event.publishedAt ? { publishedAt: now() } : {};
}
