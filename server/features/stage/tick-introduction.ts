import type { UpdateQuery } from 'mongoose';
import type { Stage } from '../../../models/stage.ts';
import { now } from '../../platform/clock.ts';
import type { Access } from '../access/access.ts';
import { changeStage } from './change-stage.ts';
import type { TickInput } from './input.ts';

/** Marks a guest as introduced, or takes it back. Saying it twice changes nothing. */
export async function tickIntroduction(access: Access, input: TickInput): Promise<void> {
  const tick = { id: input.guest, at: now(), by: access.actor.name };
  if (input.introduced) {
    await change(access, { 'introduced.id': { $ne: input.guest } }, { $push: { introduced: tick } });
  } else {
    await change(access, {}, { $pull: { introduced: { id: input.guest } } });
  }
}

// The revision is that of the running item: a tick in between must not make the big button refuse its press.
function change(
  access: Access,
  condition: Record<string, unknown>,
  update: UpdateQuery<Stage>,
): Promise<Stage | null> {
  return changeStage(access, condition, { ...update, $setOnInsert: { rev: 0 } });
}
