import type { EnrolRequest } from '../../../contract/door/enrolment.ts';
import { type Door, Doors } from '../../../models/door.ts';
import { type Conference, Events } from '../../../models/event.ts';
import { now } from '../../platform/clock.ts';
import { hashToken } from '../../platform/codes.ts';
import { settle } from '../../platform/database/effects.ts';
import { Invalid, NotFound, Refused } from '../../platform/errors.ts';
import { audit } from '../audit/audit.ts';
import { isOver, readPublicKey } from './recognise-device.ts';
import { tellDoors } from './tell-doors.ts';

export interface Enrolled {
  door: Door;
  event: Pick<Conference, '_id' | 'slug' | 'title'>;
}

/**
 * Makes the browser that holds this secret the device, once and for good: from now on the key acts. Asked again with
 * the same key it answers the same, because the first answer may have been lost on the way.
 */
export async function enrolDevice({ secret, publicKey, version }: EnrolRequest): Promise<Enrolled> {
  if (!readPublicKey(publicKey)) throw new Invalid([{ path: 'publicKey', key: 'doors.bad-key', params: {} }]);
  const hash = hashToken(secret);
  const door = await Doors.findOne({ 'enrolment.hash': hash }).lean<Door>();
  const event = door && (await eventOf(door));
  if (!door || !event) throw new NotFound('doors.secret-unknown');
  if (isOver(door)) throw new Refused('doors.secret-over', { name: door.name });
  if (door.publicKey === publicKey) return { door, event };
  if (door.enrolment?.usedAt) throw new Refused('doors.secret-used', { name: door.name });
  if (!door.enrolment || door.enrolment.expires <= now())
    throw new Refused('doors.secret-expired', { name: door.name });

  const set = await setUp(door, { hash, publicKey, version });
  // Another browser was quicker, or the device has just been revoked.
  if (!set) return enrolDevice({ secret, publicKey, version });
  tellDoors(event);
  return { door: set, event };
}

async function setUp(
  { _id, name, event }: Door,
  { hash, publicKey, version }: { hash: string; publicKey: string; version: string },
): Promise<Door | null> {
  const at = now();
  const contact = { at, version, unsynced: 0, seq: 0, offset: 0, lostData: false };
  const id = String(_id);
  const entry = audit(
    { kind: 'door', id, name },
    { action: 'audit.doors.set-up', event, subject: { kind: 'door', id }, params: { door: name } },
  );
  const set = await Doors.findOneAndUpdate(
    { _id, 'enrolment.hash': hash, 'enrolment.usedAt': null, revokedAt: null },
    {
      $set: { publicKey, 'enrolment.usedAt': at, lastSeenAt: at, contact },
      $push: { effects: entry },
    },
    { returnDocument: 'after' },
  ).lean<Door>();
  if (set) settle(Doors, _id);
  return set;
}

async function eventOf({ event }: Door): Promise<Enrolled['event'] | null> {
  return Events.findOne({ _id: event }, { slug: 1, title: 1 }).lean<Enrolled['event']>();
}
