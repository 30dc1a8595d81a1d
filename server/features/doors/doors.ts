import { type Door, Doors } from '../../../models/door.ts';
import type { Access } from '../access/access.ts';

export type ListedDoor = Omit<Door, 'event' | 'publicKey' | 'effects' | 'createdAt'> & {
  isSetUp: boolean;
};

/** Devices at work first, then those that were revoked, each in the order in which they were added. */
export async function doors(access: Access): Promise<ListedDoor[]> {
  const found = await Doors.find({ event: access.event._id }, { effects: 0 })
    .sort({ revokedAt: 1, _id: 1 })
    .lean<Door[]>();
  return found.map(({ publicKey, ...door }) => ({ ...door, isSetUp: publicKey !== '' }));
}
