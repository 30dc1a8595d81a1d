import type { UpdateQuery } from 'mongoose';
import { type Stage, Stages } from '../../../models/stage.ts';
import { isDuplicateKey } from '../../platform/database/duplicate-key.ts';
import { settle } from '../../platform/database/effects.ts';
import { tell } from '../../platform/live/tell.ts';
import type { Access } from '../access/access.ts';
import { hallRooms } from '../access/rooms.ts';

/**
 * The one way the stage changes: one atomic update under a condition, which also makes the stage when there is none.
 * Null when the condition did not hold, so that the caller says what that means.
 */
export async function changeStage(
  access: Access,
  condition: Record<string, unknown>,
  update: UpdateQuery<Stage>,
): Promise<Stage | null> {
  const changed = await write({ _id: access.event._id, ...condition }, update);
  if (!changed) return null;

  settle(Stages, access.event._id);
  tell(hallRooms(access.event), 'stage:changed', changed.rev);
  return changed;
}

async function write(filter: Record<string, unknown>, update: UpdateQuery<Stage>): Promise<Stage | null> {
  try {
    const options = { returnDocument: 'after', upsert: true } as const;
    return await Stages.findOneAndUpdate(filter, update, options).lean<Stage>();
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    // There is a stage: it does not meet the condition, or somebody else has made it this very moment.
    return Stages.findOneAndUpdate(filter, update, { returnDocument: 'after' }).lean<Stage>();
  }
}
