import type { Types } from 'mongoose';
import { OutboxMails } from '../../../models/outbox-mail.ts';

/** Lets a held wave go on where it stood. */
export async function releaseWave(wave: Types.ObjectId): Promise<void> {
  await OutboxMails.updateMany({ wave, held: true }, { $set: { held: false } });
}
