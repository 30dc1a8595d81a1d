import { randomUUID } from 'node:crypto';
import type { UpdateQuery } from 'mongoose';
import { type Wave, Waves } from '../../../models/wave.ts';
import { now } from '../../platform/clock.ts';

const LEASE_MS = 30_000;

/** A wave that is this runner's while its lease lasts. */
export type ClaimedWave = Wave & { token: string };

/** Takes the next wave that is due, or one whose runner disappeared in the middle. */
export async function claimWave(): Promise<ClaimedWave | null> {
  const token = randomUUID();
  const at = now();
  const wave = await Waves.findOneAndUpdate(
    {
      $or: [
        { state: 'scheduled', due: { $lte: at } },
        { state: 'sending', writtenAt: null, leaseUntil: { $lte: at } },
      ],
    },
    { $set: { state: 'sending', token, leaseUntil: leaseEnd() } },
    { sort: { due: 1 }, returnDocument: 'after' },
  ).lean<Wave>();
  return wave && { ...wave, token };
}

/** Writes down how far it has come. Null when the wave was paused, cancelled or taken over meanwhile. */
export async function goOn(
  { _id, token }: Pick<ClaimedWave, '_id' | 'token'>,
  set: Partial<Wave>,
  leaseUntil = leaseEnd(),
): Promise<ClaimedWave | null> {
  return held({ _id, token }, { $set: { ...set, leaseUntil } });
}

/** Lets go of it in the state given. */
export async function letGo(
  { _id, token }: Pick<ClaimedWave, '_id' | 'token'>,
  set: Partial<Wave>,
): Promise<ClaimedWave | null> {
  return held({ _id, token }, { $set: { ...set, leaseUntil: null, token: null }, $inc: { rev: 1 } });
}

async function held(
  { _id, token }: Pick<ClaimedWave, '_id' | 'token'>,
  update: UpdateQuery<Wave>,
): Promise<ClaimedWave | null> {
  const wave = await Waves.findOneAndUpdate({ _id, token, state: 'sending' }, update, {
    returnDocument: 'after',
  }).lean<Wave>();
  return wave && { ...wave, token };
}

function leaseEnd(): Date {
  return new Date(now().getTime() + LEASE_MS);
}
