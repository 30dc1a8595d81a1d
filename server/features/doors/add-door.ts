import { Types } from 'mongoose';
import { type Door, Doors } from '../../../models/door.ts';
import { now } from '../../platform/clock.ts';
import { isDuplicateKey } from '../../platform/database/duplicate-key.ts';
import { settle } from '../../platform/database/effects.ts';
import { Invalid } from '../../platform/errors.ts';
import { instantIn } from '../../platform/zoned-time.ts';
import type { Access } from '../access/access.ts';
import { audit } from '../audit/audit.ts';
import { demandProfile } from './change-profile.ts';
import { newSecret } from './enrolment-secret.ts';
import type { DoorInput } from './input.ts';
import { tellDoors } from './tell-doors.ts';

/** Adds a device for this event. The secret that sets it up is told this once; only its hash is kept. */
export async function addDoor(
  access: Access,
  input: Pick<DoorInput, 'name' | 'profile' | 'until'>,
): Promise<{ door: Door; secret: string }> {
  const { event } = access;
  const expires = instantIn(event.timeZone, `${input.until}T23:59`);
  if (expires <= now()) throw new Invalid([{ path: 'until', key: 'doors.until-past', params: {} }]);

  await demandProfile(access, input.profile);
  const { secret, enrolment } = newSecret();
  const door = await create(access, { name: input.name, profile: input.profile, expires, enrolment });
  settle(Doors, door._id);
  tellDoors(event);
  return { door, secret };
}

async function create(
  { event, actor }: Access,
  facts: Pick<Door, 'name' | 'profile' | 'expires' | 'enrolment'>,
): Promise<Door> {
  const _id = new Types.ObjectId();
  const added = audit(actor, {
    action: 'audit.doors.added',
    event: event._id,
    subject: { kind: 'door', id: String(_id) },
    params: { door: facts.name },
  });
  try {
    const door = { _id, event: event._id, ...facts, createdBy: actor.name, effects: [added] };
    return (await Doors.create(door)).toObject();
  } catch (error) {
    if (isDuplicateKey(error, 'name'))
      throw new Invalid([{ path: 'name', key: 'doors.name-taken', params: {} }]);
    throw error;
  }
}
