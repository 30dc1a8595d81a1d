import type { Types } from 'mongoose';
import { OutboxMails } from '../../../models/outbox-mail.ts';
import { waitingStates } from './waiting-states.ts';

/** Takes back what a wave has not handed to a server yet. What may have arrived already stays as it is known. */
export async function cancelWave(wave: Types.ObjectId): Promise<void> {
  const waiting = { wave, state: { $in: waitingStates } };
  const still = { due: null, held: false };
  const mayHaveArrived = [{ state: 'unknown' as const }, { unknowns: { $gt: 0 } }];
  await OutboxMails.updateMany({ ...waiting, $or: mayHaveArrived }, { $set: { ...still, state: 'unknown' } });
  await OutboxMails.updateMany(
    { wave, state: { $in: ['queued', 'retry'] } },
    { $set: { ...still, state: 'cancelled' } },
  );
}
