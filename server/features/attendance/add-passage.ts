import { type CheckIn, CheckIns, type Passage } from '../../../models/check-in.ts';
import type { Effect } from '../../../models/fields/effects.ts';
import { settle } from '../../platform/database/effects.ts';
import type { Access } from '../access/access.ts';
import { checkInId, eventList, eventRule } from './check-in-list.ts';
import { foldCheckIn } from './fold-check-in.ts';
import { arrivalEffect } from './record-arrivals.ts';

/** What is to be added, and what follows from it beside the guest's arrival. */
export interface Addition {
  passage: Passage;
  effects?: readonly Effect[];
}

export interface Added {
  checkIn: CheckIn;
  /** The passage was new. */
  added: boolean;
}

/**
 * Adds a passage to a guest who has passed before, and folds anew. `decide` sees what holds and says what is to be
 * added, or null for nothing; it is asked again when somebody else was quicker. Null when the guest has never passed.
 */
export async function addPassage(
  access: Access,
  guest: string,
  decide: (standing: CheckIn) => Addition | null,
): Promise<Added | null> {
  const _id = checkInId(eventList(access.event), guest);
  const standing = await CheckIns.findOne({ _id, event: access.event._id }).lean<CheckIn>();
  if (!standing) return null;
  const addition = decide(standing);
  if (!addition) return { checkIn: standing, added: false };
  const { passage, effects: others = [] } = addition;
  const folded = foldCheckIn([...standing.passages, passage], eventRule(access.event));
  const following = [arrivalEffect(_id, passage), ...others];
  const written = await CheckIns.updateOne(
    { _id, rev: standing.rev },
    { $set: folded, $inc: { rev: 1 }, $push: { passages: passage, effects: { $each: following } } },
  );
  if (written.modifiedCount === 0) return addPassage(access, guest, decide);
  settle(CheckIns, _id);
  const { passages, effects, rev } = standing;
  const now = { passages: [...passages, passage], effects: [...effects, ...following], rev: rev + 1 };
  return { checkIn: { ...standing, ...folded, ...now }, added: true };
}
