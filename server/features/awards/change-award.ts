import type { QueryFilter, UpdateQuery } from 'mongoose';
import { type Award, Awards } from '../../../models/award.ts';
import { settle } from '../../platform/database/effects.ts';
import { tell } from '../../platform/live/tell.ts';
import type { Access } from '../access/access.ts';
import { hallRooms } from '../access/rooms.ts';
import { audit, type AuditAction } from '../audit/audit.ts';
import { titleOf } from './award-facts.ts';

interface Change {
  action: AuditAction;
  /** What must still be true for the change to be made. */
  when?: QueryFilter<Award>;
  set: Partial<Award>;
}

/** One write with its entry in the history, told to the hall. False when the condition no longer holds. */
export async function changeAward(access: Access, award: Award, change: Change): Promise<boolean> {
  const event = access.event._id;
  const entry = audit(access.actor, {
    action: change.action,
    event,
    subject: { kind: 'award', id: String(award._id) },
    params: { award: titleOf({ title: change.set.title ?? award.title }) },
  });
  const update: UpdateQuery<Award> = { $set: change.set, $inc: { rev: 1 }, $push: { effects: entry } };
  const { matchedCount } = await Awards.updateOne({ ...change.when, _id: award._id, event }, update);
  if (matchedCount === 0) return false;

  settle(Awards, award._id);
  tell(hallRooms(access.event), 'page:stale', 'awards');
  return true;
}
