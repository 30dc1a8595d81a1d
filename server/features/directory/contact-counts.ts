import { Types } from 'mongoose';
import { Contacts } from '../../../models/contact.ts';
import type { OfficeAccess } from '../access/access.ts';

const anybody = new Types.ObjectId('000000000000000000000000');

/** How many contacts each organisation has, by its id; counted in the index. */
export async function contactCounts(_access: OfficeAccess): Promise<ReadonlyMap<string, number>> {
  const counts = await Contacts.aggregate<{ _id: Types.ObjectId; count: number }>([
    { $match: { organisation: { $gt: anybody }, archivedAt: null } },
    { $group: { _id: '$organisation', count: { $sum: 1 } } },
  ]);
  return new Map(counts.map(({ _id, count }) => [String(_id), count]));
}
