import { now } from '../../platform/clock.ts';
import type { Access } from '../access/access.ts';
import { changeStage } from './change-stage.ts';
import type { TickInput } from './input.ts';

/** Marks a guest as introduced, or takes it back. Saying it twice changes nothing. */
export async function tickIntroduction(access: Access, input: TickInput): Promise<void> {
  if (input.introduced) {
    const tick = { id: input.guest, at: now(), by: access.actor.name };
    await changeStage(access, { 'introduced.id': { $ne: input.guest } }, { $push: { introduced: tick } });
  } else {
    await changeStage(
      access,
      { 'introduced.id': input.guest },
      { $pull: { introduced: { id: input.guest } } },
    );
  }
}
