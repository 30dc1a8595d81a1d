import type { Receipt } from '../../../contract/attendance/receipt.ts';
import { type Door, Doors } from '../../../models/door.ts';
import { settle } from '../../platform/database/effects.ts';
import { NotFound } from '../../platform/errors.ts';
import type { Access } from '../access/access.ts';
import { audit } from '../audit/audit.ts';
import { doorActor } from './door-actor.ts';
import type { QueueFile } from './queue-file.ts';
import { uploadFromDoor } from './upload-from-door.ts';

/** As many at once as a device sends. */
const AT_ONCE = 500;

export interface TakenQueue {
  door: string;
  recorded: number;
  /** On record before, because the device has sent them or the file was taken already. */
  known: number;
  /** Somebody has to look at them. */
  doubtful: number;
  /** Nobody knows what they say. */
  unreadable: number;
}

/**
 * Takes what a device has saved as a file because it found no network, as if it had sent it: it is believed as far as
 * the device is, and when it does send, nothing is counted twice.
 */
export async function takeQueue(
  access: Access,
  { device, happenings, unreadable }: QueueFile,
): Promise<TakenQueue> {
  const { event } = access;
  const door = await Doors.findOne({ _id: device, event: event._id }, { effects: 0 }).lean<Door>();
  if (!door) throw new NotFound('doors.queue-unknown');
  const asDevice: Access = { actor: doorActor(door), event, role: 'device' };
  const receipts: Receipt[] = [];
  for (let from = 0; from < happenings.length; from += AT_ONCE)
    receipts.push(...(await uploadFromDoor(asDevice, happenings.slice(from, from + AT_ONCE), door)).receipts);
  await note(access, door, { count: receipts.length, unreadable: unreadable.length });
  const fresh = receipts.filter(({ repeated }) => !repeated);
  return {
    door: door.name,
    recorded: fresh.filter(({ result }) => result === 'recorded').length,
    known: receipts.length - fresh.length,
    doubtful: fresh.filter(({ result }) => result !== 'recorded').length,
    unreadable: unreadable.length,
  };
}

async function note(
  { actor, event }: Access,
  { _id, name }: Door,
  { count, unreadable }: { count: number; unreadable: number },
): Promise<void> {
  const about = { event: event._id, subject: { kind: 'door', id: String(_id) } } as const;
  const taken = audit(actor, {
    ...about,
    action: 'audit.doors.queue-taken',
    params: { door: name, count },
  });
  const lost = audit(actor, {
    ...about,
    action: 'audit.doors.queue-unreadable',
    params: { door: name, count: unreadable },
  });
  const effects = unreadable > 0 ? [taken, lost] : [taken];
  await Doors.updateOne({ _id }, { $push: { effects: { $each: effects } } });
  settle(Doors, _id);
}
