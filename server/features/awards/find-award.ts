import { type Award, Awards } from '../../../models/award.ts';
import { NotFound } from '../../platform/errors.ts';
import type { Access } from '../access/access.ts';

/** An award of this event; a stranger's award does not exist. */
export async function findAward(access: Access, id: string): Promise<Award> {
  const known = /^[0-9a-f]{24}$/.test(id);
  const award = known && (await Awards.findOne({ _id: id, event: access.event._id }).lean<Award>());
  if (!award) throw new NotFound('awards.unknown');
  return award;
}
