import { type Nomination, Nominations } from '../../../models/nomination.ts';
import { NotFound } from '../../platform/errors.ts';
import type { Access } from '../access/access.ts';

/** What one unit of this event is asked for. A unit sees its own list and knows of no other. */
export async function loadNomination(access: Access, id: string): Promise<Nomination> {
  const isOwn = access.role !== 'unit' || access.actor.id === id;
  const known = isOwn && /^[0-9a-f]{24}$/.test(id);
  const nomination =
    known && (await Nominations.findOne({ _id: id, event: access.event._id }).lean<Nomination>());
  if (!nomination) throw new NotFound('nominations.unknown');
  return nomination;
}
