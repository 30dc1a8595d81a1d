import { Doors } from '../../../models/door.ts';
import { now } from '../../platform/clock.ts';
import { settle } from '../../platform/database/effects.ts';
import { NotFound } from '../../platform/errors.ts';
import { cutSockets } from '../../platform/live/cut.ts';
import type { Access } from '../access/access.ts';
import { rooms } from '../access/rooms.ts';
import { audit } from '../audit/audit.ts';
import { tellDoors } from './tell-doors.ts';

/** Ends a door at once, its live connections too. Revoking it again changes nothing. Returns its name. */
export async function revokeDoor(access: Access, id: string): Promise<string> {
  const wanted = { _id: id, event: access.event._id };
  const door = await Doors.findOne(wanted, { name: 1 }).lean();
  if (!door) throw new NotFound('doors.no-such-door');

  const { modifiedCount } = await Doors.updateOne(
    { ...wanted, revokedAt: null },
    {
      $set: { revokedAt: now() },
      $push: {
        effects: audit(access.actor, {
          action: 'audit.doors.revoked',
          event: access.event._id,
          subject: { kind: 'door', id },
          params: { door: door.name },
        }),
      },
    },
  );
  cutSockets(rooms.user(id));
  if (modifiedCount > 0) {
    settle(Doors, door._id);
    tellDoors(access.event);
  }
  return door.name;
}
