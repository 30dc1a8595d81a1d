import { Types } from 'mongoose';
import { type Door, Doors } from '../../../models/door.ts';
import { now } from '../../platform/clock.ts';
import { hashToken, randomToken } from '../../platform/codes.ts';
import { isDuplicateKey } from '../../platform/database/duplicate-key.ts';
import { settle } from '../../platform/database/effects.ts';
import { Invalid } from '../../platform/errors.ts';
import { instantIn } from '../../platform/zoned-time.ts';
import type { Access } from '../access/access.ts';
import { audit } from '../audit/audit.ts';
import type { DoorInput } from './input.ts';

/** Enrols a device for this event. The token is told this once; only its hash is kept. */
export async function addDoor(access: Access, input: DoorInput): Promise<{ door: Door; token: string }> {
  const { event } = access;
  const expires = instantIn(event.timeZone, `${input.until}T23:59`);
  if (expires <= now()) throw new Invalid([{ path: 'until', key: 'attendance.door-until-past', params: {} }]);

  const token = randomToken('d');
  const door = await create(access, { name: input.name, tokenHash: hashToken(token), expires });
  settle(Doors, door._id);
  return { door, token };
}

async function create(
  { event, actor }: Access,
  facts: Pick<Door, 'name' | 'tokenHash' | 'expires'>,
): Promise<Door> {
  const _id = new Types.ObjectId();
  const added = audit(actor, {
    action: 'audit.attendance.door-added',
    event: event._id,
    subject: { kind: 'door', id: String(_id) },
    params: { door: facts.name },
  });
  try {
    const door = { _id, event: event._id, ...facts, createdBy: actor.name, effects: [added] };
    return (await Doors.create(door)).toObject();
  } catch (error) {
    if (isDuplicateKey(error, 'name'))
      throw new Invalid([{ path: 'name', key: 'attendance.door-name-taken', params: {} }]);
    throw error;
  }
}
