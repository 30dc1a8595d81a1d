import type { Types } from 'mongoose';
import type { CheckInList } from '../../../contract/attendance/list.ts';
import { type CheckIn, CheckIns, type Passage } from '../../../models/check-in.ts';
import type { Effect } from '../../../models/fields/effects.ts';
import { now } from '../../platform/clock.ts';
import { isDuplicateKey } from '../../platform/database/duplicate-key.ts';
import { settle } from '../../platform/database/effects.ts';
import { groupInsert } from '../../platform/database/group-insert.ts';
import { Refused } from '../../platform/errors.ts';
import { checkInId } from './check-in-id.ts';
import { foldCheckIn } from './fold-check-in.ts';
import { arrivalEffect } from './record-arrivals.ts';

/** Whose attendance of what. */
export interface Spot {
  event: Types.ObjectId;
  list: CheckInList;
  guest: Types.ObjectId;
}

/** What is to be added, and what follows from it beside the guest's arrival. */
export interface Addition {
  passage: Passage;
  effects?: readonly Effect[];
}

type Decide = (standing: CheckIn | null) => Addition | null;

export interface Added {
  checkIn: CheckIn;
  /** The passage was new. */
  added: boolean;
}

const insert = groupInsert(CheckIns);

/**
 * Adds a passage and folds anew. `decide` sees what holds, or null for a guest who has never passed, and says what is
 * to be added, or null for nothing; it is asked again when somebody else was quicker.
 *
 * @returns null when there was nothing and nothing was added.
 * @throws Refused `attendance.scan-id-used` when the passage's id was used for another guest.
 */
export async function addPassage(spot: Spot, decide: Decide): Promise<Added | null> {
  const _id = checkInId(spot.list.id, spot.guest);
  const standing = await CheckIns.findOne({ _id, event: spot.event }).lean<CheckIn>();
  const addition = decide(standing);
  if (!addition) return standing && { checkIn: standing, added: false };
  const written = standing ? await append(standing, spot, addition) : await addFirst(spot, addition);
  if (written) return { checkIn: written, added: true };
  if (!standing && !(await CheckIns.exists({ _id }))) throw new Refused('attendance.scan-id-used');
  return addPassage(spot, decide);
}

/** The same for whoever has most likely never passed, without looking first. Null when there was something. */
export async function addFirst(spot: Spot, { passage, effects = [] }: Addition): Promise<CheckIn | null> {
  const { event, list, guest } = spot;
  const _id = checkInId(list.id, guest);
  const first: CheckIn = {
    _id,
    event,
    list: list.id,
    guest,
    passages: [passage],
    ...foldCheckIn([passage], list),
    rev: 1,
    changedAt: now(),
    effects: [...arrivalEffects(spot, passage), ...effects],
  };
  if ((await insert(first)) === 'duplicate') return null;
  settle(CheckIns, _id);
  return first;
}

async function append(
  { _id, rev, passages, effects, ...standing }: CheckIn,
  spot: Spot,
  { passage, effects: others = [] }: Addition,
): Promise<CheckIn | null> {
  const all = [...passages, passage];
  const folded = foldCheckIn(all, spot.list);
  const following = [...arrivalEffects(spot, passage), ...others];
  const added = { passages: passage, effects: { $each: following } };
  const { modifiedCount } = await CheckIns.updateOne(
    { _id, rev },
    { $set: { ...folded, changedAt: now() }, $inc: { rev: 1 }, $push: added },
  ).catch(refuseUsedId);
  if (modifiedCount === 0) return null;
  settle(CheckIns, _id);
  return { ...standing, ...folded, _id, rev: rev + 1, passages: all, effects: [...effects, ...following] };
}

function refuseUsedId(error: unknown): never {
  throw isDuplicateKey(error) ? new Refused('attendance.scan-id-used') : error;
}

/** Who is in the hall is told by the list of the whole event. */
function arrivalEffects({ list, guest }: Spot, passage: Passage): Effect[] {
  return list.kind === 'event' ? [arrivalEffect(checkInId(list.id, guest), passage)] : [];
}
