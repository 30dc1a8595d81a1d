import { type Wave, Waves } from '../../../models/wave.ts';
import { NotFound } from '../../platform/errors.ts';
import type { Access } from '../access/access.ts';

export async function loadWave(access: Access, id: string): Promise<Wave> {
  const known = /^[0-9a-f]{24}$/.test(id);
  const wave = known ? await Waves.findOne({ _id: id, event: access.event._id }).lean<Wave>() : null;
  if (!wave) throw new NotFound('letters.unknown-wave');
  return wave;
}
