import { type CheckIn, CheckIns } from '../../../models/check-in.ts';
import type { Effect } from '../../../models/fields/effects.ts';
import { type Guest, Guests } from '../../../models/guest.ts';
import { now } from '../../platform/clock.ts';
import { settle } from '../../platform/database/effects.ts';
import { Refused } from '../../platform/errors.ts';
import type { Access } from '../access/access.ts';
import { audit } from '../audit/audit.ts';
import { displayName } from '../directory/person-name.ts';
import { checkInId, eventList } from './check-in-list.ts';
import type { UndoInput } from './input.ts';
import { tellUndone } from './tell-attendance.ts';

/**
 * Takes an admission back. It stays on record as undone. Only the admission named by its scanId is taken back, so
 * that a late undo cannot remove somebody who has come in again; the same undo sent twice changes nothing.
 */
export async function undoCheckIn(access: Access, input: UndoInput): Promise<void> {
  const id = checkInId(eventList(access.event), input.guest);
  const standing = await CheckIns.findOne({ _id: id, event: access.event._id }).lean<CheckIn>();
  if (isTakenBack(standing, input.undoId)) return;
  if (standing?.admission?.scanId !== input.scanId) throw new Refused('attendance.nothing-to-undo');

  const guest = await Guests.findOne({ _id: input.guest }, { name: 1 }).lean<Pick<Guest, 'name'>>();
  const { modifiedCount } = await CheckIns.updateOne(
    { _id: id, 'admission.scanId': input.scanId },
    {
      $set: { admission: null },
      $inc: { rev: 1 },
      $push: {
        undone: { admission: standing.admission, at: now(), by: access.actor.name, undoId: input.undoId },
        effects: {
          $each: undoEffects(access, input, {
            checkIn: id,
            guest: guest ? displayName(guest.name, 'vi') : '',
          }),
        },
      },
    },
  );
  // Two of them at the same time: the other one has done it, or somebody else has.
  if (modifiedCount === 0) return undoCheckIn(access, input);

  settle(CheckIns, id);
  tellUndone(access.event, input.guest);
}

function isTakenBack(standing: CheckIn | null, undoId: string): boolean {
  return standing?.undone.some((undone) => undone.undoId === undoId) ?? false;
}

function undoEffects(
  access: Access,
  input: UndoInput,
  { checkIn, guest }: { checkIn: string; guest: string },
): Effect[] {
  return [
    { id: `departure:${input.undoId}`, kind: 'arrival', data: { checkIn }, at: now() },
    audit(access.actor, {
      action: 'audit.attendance.undone',
      event: access.event._id,
      subject: { kind: 'guest', id: input.guest },
      params: { guest },
    }),
  ];
}
