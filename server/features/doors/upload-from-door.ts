import type { UploadAnswer } from '../../../contract/door/scan.ts';
import { now } from '../../platform/clock.ts';
import type { Access } from '../access/access.ts';
import { keepStray } from '../attendance/keep-stray.ts';
import { readHappenings } from '../attendance/upload-input.ts';
import { uploadScans } from '../attendance/upload-scans.ts';
import { listOfEvent } from '../door-list/list-of-event.ts';

/**
 * Takes what a device did by itself, a receipt for each. Passes it did not know are looked up. What comes from a device
 * that was revoked admits nobody: somebody looks at it first.
 */
export async function uploadFromDoor(
  access: Access,
  happenings: readonly unknown[],
  isRevoked = false,
): Promise<UploadAnswer> {
  if (isRevoked) {
    const kept = await Promise.all(happenings.map((each) => keepStray(access, each)));
    return { receipts: kept, now: now().getTime() };
  }
  const list = happenings.some((each) => passOf(each) !== '') ? await listOfEvent(access.event) : null;
  const named = happenings.map((each) => {
    const guest = list?.guestOfPass.get(passOf(each));
    return guest === undefined || typeof each !== 'object' ? each : { ...each, guest };
  });
  const receipts = await uploadScans(access, readHappenings(named));
  return { receipts, now: now().getTime() };
}

/** Of somebody who was let in by the signature of their pass alone. */
function passOf(happening: unknown): string {
  if (typeof happening !== 'object' || happening === null || !('pass' in happening)) return '';
  return String(happening.pass);
}
