import type { Types } from 'mongoose';
import { OutboxMails } from '../../../models/outbox-mail.ts';

/** Takes back what a wave has not handed to a server yet. What may have arrived already stays as it is known. */
export async function cancelWave(wave: Types.ObjectId): Promise<void> {
  await OutboxMails.updateMany(
    { wave, state: { $in: ['queued', 'retry'] } },
    { $set: { state: 'cancelled', due: null, held: false } },
  );
  await OutboxMails.updateMany({ wave, state: 'unknown' }, { $set: { due: null, held: false } });
}
