import type { Types } from 'mongoose';
import { Guests } from '../../../models/guest.ts';
import { type Wave, Waves } from '../../../models/wave.ts';
import type { Access } from '../access/access.ts';

/** What has come of a wave so far. */
export interface WaveFigures {
  /** How many it has written to. */
  written: number;
  /** How many of them have answered since. */
  answered: number;
}

export type ListedWave = Omit<Wave, 'texts' | 'effects'> & WaveFigures;

const MOST = 100;

/** The waves of an event, the newest first. */
export async function waveList({ event }: Access): Promise<ListedWave[]> {
  const waves = await Waves.find({ event: event._id }, { texts: 0, effects: 0 })
    .sort({ number: -1 })
    .limit(MOST)
    .lean<Omit<Wave, 'texts' | 'effects'>[]>();
  return Promise.all(waves.map(async (wave) => ({ ...wave, ...(await waveFigures(wave)) })));
}

/** Counted on the guests themselves, by the index of waves. */
export async function waveFigures({
  _id,
  event,
  startedAt,
}: Pick<Wave, '_id' | 'event' | 'startedAt'>): Promise<WaveFigures> {
  if (!startedAt) return { written: 0, answered: 0 };
  const addressees = { event, waves: _id };
  const [written, answered] = await Promise.all([
    Guests.countDocuments(addressees),
    Guests.countDocuments({
      ...addressees,
      'answer.at': { $gte: startedAt },
      'answer.provisional': { $ne: true },
    }),
  ]);
  return { written, answered };
}

/** The waves that have written to somebody, to choose their addressees. */
export async function begunWaves(event: {
  _id: Types.ObjectId;
}): Promise<Pick<Wave, '_id' | 'number' | 'kind'>[]> {
  return Waves.find({ event: event._id, startedAt: { $gt: new Date(0) } }, { number: 1, kind: 1 })
    .sort({ number: -1 })
    .limit(MOST)
    .lean<Pick<Wave, '_id' | 'number' | 'kind'>[]>();
}
