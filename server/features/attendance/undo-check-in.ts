import { CheckIns } from '../../../models/check-in.ts';
import { now } from '../../platform/clock.ts';
import { settle } from '../../platform/database/effects.ts';
import { Refused } from '../../platform/errors.ts';
import type { Access } from '../access/access.ts';
import { audit } from '../audit/audit.ts';
import { checkInId, eventList } from './check-in-list.ts';
import type { UndoInput } from './input.ts';
import { tellUndone } from './tell-attendance.ts';

/**
 * Takes an admission back. It stays on record as undone. Only the admission named by its scanId is taken back, so
 * that a late undo cannot remove somebody who has come in again; the same undo sent twice changes nothing.
 */
export async function undoCheckIn(access: Access, input: UndoInput): Promise<void> {
  const id = checkInId(eventList(access.event), input.guest);
  const standing = await CheckIns.findOne({ _id: id, event: access.event._id }).lean();
  if (standing?.undone.some((undone) => undone.undoId === input.undoId)) return;
  if (standing?.admission?.scanId !== input.scanId) throw new Refused('attendance.nothing-to-undo');

  const undone = { admission: standing.admission, at: now(), by: access.actor.name, undoId: input.undoId };
  const taken = await CheckIns.findOneAndUpdate(
    { _id: id, 'admission.scanId': input.scanId },
    {
      $set: { admission: null },
      $inc: { rev: 1 },
      $push: {
        undone,
        effects: {
          $each: [
            { id: `departure:${input.undoId}`, kind: 'arrival', data: { checkIn: id }, at: now() },
            audit(access.actor, {
              action: 'audit.attendance.undone',
              event: access.event._id,
              subject: { kind: 'guest', id: input.guest },
            }),
          ],
        },
      },
    },
  ).lean();
  if (!taken) throw new Refused('attendance.nothing-to-undo');

  settle(CheckIns, id);
  tellUndone(access.event, input.guest);
}
