import type { Types } from 'mongoose';
import { OutboxMails } from '../../../models/outbox-mail.ts';
import { waitingStates } from './waiting-states.ts';

/** Pauses what a wave has not handed to a server yet. A mail that is just being sent goes on, but is not tried again. */
export async function holdWave(wave: Types.ObjectId): Promise<void> {
  await OutboxMails.updateMany(
    { wave, state: { $in: [...waitingStates, 'sending'] }, held: false },
    { $set: { held: true } },
  );
}
