import type { Types } from 'mongoose';
import { OutboxMails } from '../../../models/outbox-mail.ts';
import { now } from '../../platform/clock.ts';
import { wakeLanes } from './wake-lanes.ts';

/** Lets a held wave go on where it stood. */
export async function releaseWave(wave: Types.ObjectId): Promise<void> {
  await OutboxMails.updateMany({ wave, held: true }, { $set: { held: false, troubledAt: null } });
  const lanes = await OutboxMails.distinct('lane', { wave, due: { $ne: null } });
  await wakeLanes(new Map(lanes.map((lane) => [lane, now()])));
}
