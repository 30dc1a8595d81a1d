import type { DeviceReport } from '../../../contract/door/sync.ts';
import { Doors } from '../../../models/door.ts';
import { now } from '../../platform/clock.ts';
import type { DoorActor } from './door-actor.ts';
import { tellDoors } from './tell-doors.ts';

/** Keeps what a device says of itself: the last it said counts. That its data was lost stays until it is revoked. */
export async function recordContact(door: DoorActor, report: DeviceReport): Promise<void> {
  const { unsynced, seq, version, offset, lostData } = report;
  const at = now();
  const said = { at, version, unsynced, seq, offset };
  const before = await Doors.findOneAndUpdate(
    { _id: door.id },
    {
      $set: {
        lastSeenAt: at,
        ...Object.fromEntries(Object.entries(said).map(([key, value]) => [`contact.${key}`, value])),
        ...(lostData ? { 'contact.lostData': true } : {}),
      },
    },
    { projection: { contact: 1 } },
  ).lean();
  const contact = before?.contact;
  if (contact?.unsynced !== unsynced || contact.version !== version || (lostData && !contact.lostData))
    tellDoors({ _id: door.event });
}
