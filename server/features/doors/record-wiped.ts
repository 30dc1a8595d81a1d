import { Types } from 'mongoose';
import type { WipedReport } from '../../../contract/door/sync.ts';
import { Doors } from '../../../models/door.ts';
import { now } from '../../platform/clock.ts';
import { settle } from '../../platform/database/effects.ts';
import { audit } from '../audit/audit.ts';
import type { DoorActor } from './door-actor.ts';
import { tellDoors } from './tell-doors.ts';

/** A device that is over has been told to forget everything, and says that it has. The first time counts. */
export async function recordWiped(door: DoorActor, { unreadable }: WipedReport): Promise<void> {
  const entry = audit(door, {
    action: unreadable > 0 ? 'audit.doors.wiped-unreadable' : 'audit.doors.wiped',
    event: door.event,
    subject: { kind: 'door', id: door.id },
    params: { door: door.name, ...(unreadable > 0 ? { count: unreadable } : {}) },
  });
  const { modifiedCount } = await Doors.updateOne(
    { _id: door.id, wipedAt: null },
    { $set: { wipedAt: now() }, $push: { effects: entry } },
  );
  if (modifiedCount === 0) return;
  if (unreadable > 0)
    await Doors.updateOne(
      { _id: door.id, contact: { $exists: true } },
      { $set: { 'contact.unsynced': unreadable } },
    );
  settle(Doors, new Types.ObjectId(door.id));
  tellDoors({ _id: door.event });
}
