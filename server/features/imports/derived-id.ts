import { createHash } from 'node:crypto';
import { Types } from 'mongoose';

/**
 * The id of something made from something else: made again it is the same, so making it twice makes it once. Of the
 * same moment as its origin, for those who sort by age.
 */
export function derivedId(origin: Types.ObjectId, ...parts: readonly (string | number)[]): Types.ObjectId {
  const digest = createHash('sha256')
    .update(JSON.stringify([String(origin), ...parts]))
    .digest('hex');
  return new Types.ObjectId(String(origin).slice(0, 8) + digest.slice(0, 16));
}
