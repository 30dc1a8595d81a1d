import { type Door, Doors } from '../../../models/door.ts';
import { settle } from '../../platform/database/effects.ts';
import { NotFound, Refused } from '../../platform/errors.ts';
import type { Access } from '../access/access.ts';
import { audit } from '../audit/audit.ts';
import { newSecret } from './enrolment-secret.ts';

/** Another secret for a device that was not set up in time. The earlier one is worthless from now on. */
export async function renewSecret(access: Access, id: string): Promise<{ door: Door; secret: string }> {
  const wanted = { _id: id, event: access.event._id };
  const found = await Doors.findOne(wanted, { name: 1 }).lean();
  if (!found) throw new NotFound('doors.no-such-door');

  const { secret, enrolment } = newSecret();
  const renewed = audit(access.actor, {
    action: 'audit.doors.code-renewed',
    event: access.event._id,
    subject: { kind: 'door', id },
    params: { door: found.name },
  });
  const door = await Doors.findOneAndUpdate(
    { ...wanted, revokedAt: null, publicKey: '' },
    { $set: { enrolment }, $push: { effects: renewed } },
    { returnDocument: 'after' },
  ).lean<Door>();
  if (!door) throw new Refused('doors.set-up-already', { name: found.name });
  settle(Doors, door._id);
  return { door, secret };
}
