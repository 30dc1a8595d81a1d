import { type Door, Doors } from '../../../models/door.ts';
import { now } from '../../platform/clock.ts';
import { hashToken } from '../../platform/codes.ts';
import { groupRead } from '../../platform/database/group-read.ts';

const SEEN_EVERY_MS = 30_000;

/** The door that holds this token, unless it was revoked or its time is over. Being asked for, it has been seen. */
export async function recogniseDoor(token: string): Promise<Door | null> {
  const door = (await activeDoor(hashToken(token))) ?? null;
  if (door && isStale(door.lastSeenAt)) await Doors.updateOne({ _id: door._id }, { lastSeenAt: now() });
  return door;
}

const activeDoor = groupRead(async (hashes) => {
  const holding = { tokenHash: { $in: hashes }, revokedAt: null, expires: { $gt: now() } };
  const doors = await Doors.find(holding).lean<Door[]>();
  return new Map(doors.map((door) => [door.tokenHash, door]));
});

function isStale(seen: Date | null): boolean {
  return !seen || now().getTime() - seen.getTime() > SEEN_EVERY_MS;
}
