import type { UpdateQuery } from 'mongoose';
import { DoorPlans, type EventDoorPlan } from '../../../models/door-plan.ts';
import { isDuplicateKey } from '../../platform/database/duplicate-key.ts';
import { settle } from '../../platform/database/effects.ts';
import { Refused } from '../../platform/errors.ts';
import { tell } from '../../platform/live/tell.ts';
import type { Access } from '../access/access.ts';
import { hallRooms } from '../access/rooms.ts';
import { audit, type AuditFacts } from '../audit/audit.ts';
import { loadPlan, type StoredPlan } from './load-plan.ts';

type Parts = Partial<Pick<StoredPlan, 'lists' | 'gates' | 'profiles'>>;

interface PlanChange {
  entry: Pick<AuditFacts, 'action' | 'params'>;
  parts: Parts;
}

/**
 * The one way the plan of the doors changes: on the revision that was seen, or not at all. `decide` makes the parts
 * that change of what is stored, or refuses. Devices hear of it.
 */
export async function changePlan(
  access: Access,
  rev: number,
  decide: (plan: StoredPlan) => Promise<PlanChange> | PlanChange,
): Promise<void> {
  const { event, actor } = access;
  const plan = await loadPlan(event);
  if (plan.rev !== rev) throw new Refused('errors.conflict-rev');
  const { entry, parts } = await decide(plan);
  const effects = audit(actor, { ...entry, event: event._id });
  await write(event, rev, { $set: parts, $inc: { rev: 1 }, $push: { effects } });
  settle(DoorPlans, event._id);
  tell(hallRooms(event), 'page:stale', 'door-plan');
}

async function write(
  { _id }: Access['event'],
  rev: number,
  update: UpdateQuery<EventDoorPlan>,
): Promise<void> {
  try {
    // Revision 0 has no document yet: the first change makes it, and of two first changes the id lets one win.
    const { matchedCount, upsertedCount } = await DoorPlans.updateOne({ _id, rev }, update, {
      upsert: rev === 0,
    });
    if (matchedCount + upsertedCount === 0) throw new Refused('errors.conflict-rev');
  } catch (error) {
    throw isDuplicateKey(error) ? new Refused('errors.conflict-rev') : error;
  }
}
