import { randomUUID } from 'node:crypto';
import type { UpdateQuery } from 'mongoose';
import type { Effect } from '../../../models/fields/effects.ts';
import {
  type Seating,
  type SeatingArea,
  type SeatingStep,
  type SeatMove,
  Seatings,
} from '../../../models/seating.ts';
import { now } from '../../platform/clock.ts';
import { isDuplicateKey } from '../../platform/database/duplicate-key.ts';
import { settle, settleNow } from '../../platform/database/effects.ts';
import { Refused } from '../../platform/errors.ts';
import { tell } from '../../platform/live/tell.ts';
import type { Access } from '../access/access.ts';
import { rooms } from '../access/rooms.ts';
import { audit, type AuditFacts } from '../audit/audit.ts';
import { loadSeating } from './load-seating.ts';
import { personOf } from './occupant.ts';

export interface SeatingChange {
  moves: readonly SeatMove[];
  areas?: SeatingArea[];
  /** What can be taken back; null for what cannot, and 'back' for taking back the last step. */
  step: SeatingStep['kind'] | 'back' | null;
  entry: Pick<AuditFacts, 'action' | 'params' | 'subject'>;
  /** It follows from an effect, and effects come one after the other: none can wait for the next. */
  isConsequence?: boolean;
}

const ATTEMPTS = 8;
const STEPS = 5;
const AT_ONCE = 200;

/**
 * The one way the hall changes: on the revision it was decided on. When somebody else was quicker it is decided again
 * on what is true then; null when there is nothing left to do.
 */
export async function changeSeating(
  access: Access,
  decide: (seating: Seating) => Promise<SeatingChange | null> | SeatingChange | null,
): Promise<void> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const seating = await loadSeating(access.event);
    const change = await decide(seating);
    if (!change) return;
    if (await write(access, seating, change)) {
      await nameSeats(access, change, seating);
      tell(rooms.desk(access.event), 'page:stale', 'guests/seating');
      return;
    }
  }
  throw new Refused('errors.conflict-rev');
}

// A few names are on the guests before anybody looks; of thousands nobody waits for the last.
async function nameSeats(
  { event }: Access,
  { moves, areas, isConsequence = false }: SeatingChange,
  { seats }: Seating,
): Promise<void> {
  const concerned = moves.length + (areas ? Object.keys(seats).length : 0);
  if (isConsequence || concerned > AT_ONCE) settle(Seatings, event._id);
  else await settleNow(Seatings, event._id);
}

/** The seats after people have moved. Everybody leaves before anybody sits down, so that two can swap. */
export function movedSeats(
  seats: Readonly<Record<string, string>>,
  moves: readonly SeatMove[],
): Record<string, string> {
  const after = new Map(Object.entries(seats));
  for (const { from } of moves) after.delete(from);
  for (const { to, who } of moves) if (to !== '') after.set(to, who);
  return Object.fromEntries(after);
}

/** False when another revision is stored by now. */
async function write(access: Access, seating: Seating, change: SeatingChange): Promise<boolean> {
  const { _id, rev } = seating;
  const seats = movedSeats(seating.seats, change.moves);
  const update: UpdateQuery<Seating> = {
    $set: { seats, ...(change.areas ? { areas: change.areas } : {}) },
    $inc: { rev: 1 },
    ...stepUpdate(access, change),
  };
  update.$push = { ...update.$push, effects: { $each: effectsOf(access, seating, change) } };
  try {
    // Revision 0 has no document yet: the first change makes it, and of two first changes the id lets one win.
    const written = await Seatings.updateOne({ _id, rev }, update, { upsert: rev === 0 });
    return written.matchedCount + written.upsertedCount > 0;
  } catch (error) {
    if (isDuplicateKey(error)) return false;
    throw error;
  }
}

function stepUpdate(access: Access, { step, moves }: SeatingChange): UpdateQuery<Seating> {
  if (step === 'back') return { $pop: { steps: 1 } };
  if (step === null || moves.length === 0) return {};
  const done: SeatingStep = {
    id: randomUUID(),
    kind: step,
    at: now(),
    by: access.actor.name,
    moves: [...moves],
  };
  return { $push: { steps: { $each: [done], $slice: -STEPS } } };
}

function effectsOf(access: Access, seating: Seating, { moves, areas, entry }: SeatingChange): Effect[] {
  const event = access.event._id;
  // Seats may be called otherwise in the new hall, whoever sits on them.
  const concerned = [...moves.map(({ who }) => who), ...(areas ? Object.values(seating.seats) : [])];
  const guests = [...new Set(concerned.map((who) => personOf(who).guest))];
  const entered = audit(access.actor, { ...entry, event });
  if (guests.length === 0) return [entered];
  return [
    entered,
    { id: `seats:${randomUUID()}`, kind: 'seats', data: { event: String(event), guests }, at: now() },
  ];
}
