import { type Guest, type GuestAnswer, Guests } from '../../../models/guest.ts';
import type { Effect } from '../../../models/fields/effects.ts';
import { settle } from '../../platform/database/effects.ts';
import { Refused } from '../../platform/errors.ts';
import type { Access } from '../access/access.ts';
import { loadGuest } from '../guests/load-guest.ts';
import { standingOf } from '../guests/standing.ts';
import { tellGuests } from '../guests/tell-guests.ts';
import { entryAfter } from './entry-after.ts';

export interface AnswerChange {
  /** Null takes the only answer back. */
  answer: GuestAnswer | null;
  /** The earlier ones from now on, when more changes about them than that the current one becomes the last. */
  earlier?: readonly GuestAnswer[];
  effects: Effect[];
}

const TRIES = 8;
const KEPT = 10;

/**
 * The one way an answer is written: the new one, the earlier one into the history, the standing and what must follow
 * in one update. `decide` says null when there is nothing to write. When somebody else was quicker it decides again,
 * by the guest as they are then; at first by the guest as the caller has just read them, when they have.
 */
export async function writeAnswer(
  access: Access,
  known: string | Guest,
  decide: (guest: Guest) => AnswerChange | null,
): Promise<Guest> {
  let seen = typeof known === 'string' ? null : known;
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const guest = seen ?? (await loadGuest(access, idOf(known)));
    seen = null;
    const change = decide(guest);
    if (!change) return guest;
    if (guest.replacedBy) throw new Refused('substitutes.holds', { name: guest.replacedBy.name });
    const written = await write(guest, change, access.event);
    if (written) {
      settle(Guests, written._id);
      tellGuests(access.event);
      return written;
    }
  }
  throw new Refused('errors.conflict-rev');
}

function idOf(known: string | Guest): string {
  return typeof known === 'string' ? known : String(known._id);
}

async function write(
  guest: Guest,
  { answer, effects, earlier = withCurrent(guest) }: AnswerChange,
  event: Access['event'],
): Promise<Guest | null> {
  return Guests.findOneAndUpdate(
    { _id: guest._id, event: guest.event, rev: guest.rev },
    {
      $set: {
        answer,
        answers: earlier.slice(-KEPT),
        standing: standingOf({ ...guest, answer }),
        ...entryAfter(guest, { answer, effects }, event),
      },
      // What was typed on the way to it is of no use any more.
      ...(guest.draft ? { $unset: { draft: '' } } : {}),
      $inc: { rev: 1 },
      $push: { effects: { $each: effects } },
    },
    { returnDocument: 'after' },
  ).lean<Guest>();
}

function withCurrent({ answer, answers }: Guest): GuestAnswer[] {
  return answer ? [...answers, answer] : answers;
}
