import { type StrayScan, StrayScans } from '../../../models/stray-scan.ts';
import { NotFound, Refused } from '../../platform/errors.ts';
import { type Access, demand } from '../access/access.ts';
import { searchAtDoor } from '../attendance/door-search.ts';
import { addStrayDecision } from './add-stray-decision.ts';
import { findElsewhere } from './find-elsewhere.ts';
import type { StrayInput } from './input.ts';
import { readStray } from './read-stray.ts';

/** Says whom a stray upload meant, or sets it aside. It stays as it came, and can be decided anew. */
export async function decideStray(access: Access, input: StrayInput): Promise<void> {
  demand(access, 'attendance.reconcile');
  const stray = await StrayScans.findOne({ _id: input.stray, event: access.event._id }).lean<StrayScan>();
  if (!stray) throw new NotFound('reconciliation.no-such-case');
  const decided = stray.decisions ?? [];
  if (decided.some(({ id }) => id === input.id)) return;
  if ((decided.at(-1)?.id ?? '') !== input.seen) throw new Refused('reconciliation.decided-meanwhile');

  const { id, kind, note } = input;
  if (readStray(stray).isUndo && kind === 'assigned') throw new Refused('reconciliation.undo-means-nobody');
  const chosen = await chosenIn(access, input, readStray(stray).guest);
  const elsewhere = kind === 'assigned' ? await findElsewhere(access, chosen) : null;
  if (!(await addStrayDecision(access, stray, { id, kind, note, elsewhere })))
    return decideStray(access, input);
}

/** Whoever was chosen beforehand gives way to the words that were typed, unless those mean them as well. */
async function chosenIn(
  access: Access,
  { guest, q }: Pick<StrayInput, 'guest' | 'q'>,
  beforehand: string,
): Promise<Pick<StrayInput, 'guest' | 'q'>> {
  if (q === '' || guest !== beforehand) return { guest, q };
  const found = await searchAtDoor(access, q);
  return { guest: found.some(({ _id }) => String(_id) === guest) ? guest : '', q };
}
