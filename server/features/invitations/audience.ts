import type { QueryFilter } from 'mongoose';
import { type Guest, Guests } from '../../../models/guest.ts';
import { now } from '../../platform/clock.ts';
import type { Access } from '../access/access.ts';
import type { Audience } from './input.ts';

type Filter = QueryFilter<Guest>;

const QUIET_HOURS = 20;
const hasAddress = { $gt: '' };

/** Everybody the audience means, whatever keeps some of them from being written to. */
export function meantBy(access: Access, audience: Audience): Filter {
  const event = access.event._id;
  switch (audience.who) {
    case 'not-invited':
      return { event, standing: 'not-invited' };
    case 'category':
      return { event, category: audience.category };
    case 'guests':
      return { event, _id: { $in: audience.guests } };
    case 'silent':
      return { event, standing: 'no-answer' };
  }
}

/** Those of them who will get a mail. Nobody is invited twice, nobody is reminded twice within a day. */
export function writtenTo(access: Access, audience: Audience): Filter {
  const due = audience.who === 'silent' ? notRemindedLately() : { standing: 'not-invited' as const };
  return { $and: [meantBy(access, audience), { email: hasAddress }, due] };
}

/** What the review page says before anything is sent. */
export interface Review {
  /** Will get a mail. */
  ready: number;
  withoutAddress: number;
  alreadyInvited: number;
  alreadyAnswered: number;
  declined: number;
  cancelled: number;
  remindedLately: number;
  /** The first who will get it: the letter is shown to the organiser with this name. */
  first: Guest | null;
}

export async function reviewAudience(access: Access, audience: Audience): Promise<Review> {
  const meant = meantBy(access, audience);
  const count = (narrower: Filter) => Guests.countDocuments({ $and: [meant, narrower] });
  const isReminder = audience.who === 'silent';
  const [ready, withoutAddress, alreadyInvited, alreadyAnswered, declined, cancelled, remindedLately, first] =
    await Promise.all([
      Guests.countDocuments(writtenTo(access, audience)),
      count({ email: '', standing: isReminder ? 'no-answer' : 'not-invited' }),
      isReminder ? 0 : count({ standing: 'no-answer' }),
      count({ standing: { $in: ['attending', 'tentative', 'substitute'] } }),
      count({ standing: 'declined' }),
      count({ standing: 'cancelled' }),
      isReminder ? count({ email: hasAddress, 'invitation.remindedAt': { $gt: quietSince() } }) : 0,
      Guests.findOne(writtenTo(access, audience)).sort({ order: 1 }).lean<Guest>(),
    ]);
  return {
    ready,
    withoutAddress,
    alreadyInvited,
    alreadyAnswered,
    declined,
    cancelled,
    remindedLately,
    first,
  };
}

function notRemindedLately(): Filter {
  return {
    standing: 'no-answer',
    $or: [{ 'invitation.remindedAt': null }, { 'invitation.remindedAt': { $lte: quietSince() } }],
  };
}

function quietSince(): Date {
  return new Date(now().getTime() - QUIET_HOURS * 60 * 60 * 1000);
}
