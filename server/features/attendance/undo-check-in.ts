import { Types } from 'mongoose';
import type { CheckIn } from '../../../models/check-in.ts';
import { type Guest, Guests } from '../../../models/guest.ts';
import type { Effect } from '../../../models/fields/effects.ts';
import { Refused } from '../../platform/errors.ts';
import type { Access } from '../access/access.ts';
import { audit } from '../audit/audit.ts';
import { displayName } from '../directory/person-name.ts';
import { addPassage, type Spot } from './add-passage.ts';
import type { UndoInput } from './input.ts';
import { listMeant } from './list-meant.ts';
import { undoOf } from './passage-of.ts';
import { standingEntry } from './standing-entry.ts';
import { tellUndone } from './tell-attendance.ts';

/**
 * Takes an entry back, and with it those who came along. It stays on record. Only the entry named by its scanId is taken back, so that a late undo cannot
 * remove somebody who has come in again; the same undo sent twice changes nothing.
 */
export async function undoCheckIn(access: Access, input: UndoInput): Promise<void> {
  const entry = await undoEntry(access, input.guest);
  const list = await listMeant(access.event, input.list);
  const spot = {
    event: access.event._id,
    list,
    guest: new Types.ObjectId(input.guest),
  };
  const undone = await addPassage(spot, (checkIn) => {
    if (checkIn?.passages.some(({ id }) => id === input.undoId)) return null;
    const standing = checkIn && standingEntry(checkIn);
    if (standing?.id !== input.scanId) throw new Refused('attendance.nothing-to-undo');
    return { passage: undoOf(access, input, standing), effects: [entry] };
  });
  if (!undone) throw new Refused('attendance.nothing-to-undo');
  if (undone.checkIn.admission === null)
    await undoCompanions(access, { spot, input, checkIn: undone.checkIn });
  if (undone.added && list.kind === 'event') tellUndone(access.event, input.guest);
}

/** One after the other, each under an id that follows from the undo: sent twice they are taken back once. */
async function undoCompanions(
  access: Access,
  { spot, input, checkIn }: { spot: Spot; input: UndoInput; checkIn: CheckIn },
): Promise<void> {
  const undone = new Set(checkIn.passages.map(({ target }) => target));
  const along = checkIn.passages.filter(({ kind, id }) => kind === 'companion' && !undone.has(id));
  for (const [place, companion] of along.entries()) {
    const undoId = `${input.undoId.slice(0, 48)}-along-${place}`;
    const passage = undoOf(access, { ...input, undoId, scanId: companion.id }, companion);
    await addPassage(spot, (standing) =>
      standing?.passages.some(({ target }) => target === companion.id) ? null : { passage },
    );
  }
}

async function undoEntry(access: Access, id: string): Promise<Effect> {
  const event = access.event._id;
  const guest = await Guests.findOne({ _id: id, event }, { name: 1 }).lean<Pick<Guest, 'name'>>();
  return audit(access.actor, {
    action: 'audit.attendance.undone',
    event,
    subject: { kind: 'guest', id },
    params: { guest: guest ? displayName(guest.name, 'vi') : '' },
  });
}
