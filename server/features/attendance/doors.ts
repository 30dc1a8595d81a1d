import { type Door, Doors } from '../../../models/door.ts';
import type { Access } from '../access/access.ts';

export type ListedDoor = Pick<Door, '_id' | 'name' | 'expires' | 'revokedAt' | 'lastSeenAt'>;

/** Doors at work first, then those that were revoked, each in the order in which they were added. */
export async function doors(access: Access): Promise<ListedDoor[]> {
  return Doors.find({ event: access.event._id }, { name: 1, expires: 1, revokedAt: 1, lastSeenAt: 1 })
    .sort({ revokedAt: 1, _id: 1 })
    .lean<ListedDoor[]>();
}
