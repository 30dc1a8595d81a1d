import { type Door, Doors } from '../../../models/door.ts';
import { now } from '../../platform/clock.ts';
import { hashToken } from '../../platform/codes.ts';

/** The door that holds this token, unless it was revoked or its time is over. */
export async function findDoorByToken(token: string): Promise<Door | null> {
  return Doors.findOne({
    tokenHash: hashToken(token),
    revokedAt: null,
    expires: { $gt: now() },
  }).lean<Door>();
}
