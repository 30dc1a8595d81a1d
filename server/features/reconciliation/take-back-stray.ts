import { z } from 'zod';
import type { Receipt } from '../../../contract/attendance/receipt.ts';
import { SCAN_ID } from '../../../contract/attendance/scan-id.ts';
import { type StrayScan, StrayScans } from '../../../models/stray-scan.ts';
import type { Access } from '../access/access.ts';
import { strayId } from '../attendance/keep-stray.ts';
import { addStrayDecision } from './add-stray-decision.ts';
import { readStray } from './read-stray.ts';

/** An undo as a device tells it, whether or not it says of whom. */
export const Withdrawal = z.object({
  kind: z.literal('undo'),
  id: z.string().regex(SCAN_ID),
  target: z.string().regex(SCAN_ID),
  at: z.int().min(0),
});

/** Whether the device may take back now what was done at this door at that moment. */
export type MayTakeBack = (done: { door: string; at: number }, now: number) => boolean;

/**
 * Takes back an entry that was kept apart because nobody of the event was meant: nobody has to look at it any more, and
 * whoever it was given to meanwhile is out. Null when this takes nothing of that kind back, or this device may not.
 */
export async function takeBackStray(access: Access, raw: unknown, may: MayTakeBack): Promise<Receipt | null> {
  const { data: withdrawal } = Withdrawal.safeParse(raw);
  if (!withdrawal) return null;
  const { id, target, at } = withdrawal;
  const _id = strayId(access.event, target);
  const stray = await StrayScans.findOne({ _id, event: access.event._id }).lean<StrayScan>();
  if (!stray) return null;
  if (stray.decisions?.some((decision) => decision.id === id))
    return { id, result: 'recorded', repeated: true };
  const { passage, isUndo } = readStray(stray);
  if (isUndo || !may({ door: passage.door.id, at: passage.at.getTime() }, at)) return null;
  const said = { id, kind: 'taken-back' as const, note: '', elsewhere: null };
  const isWritten = await addStrayDecision(access, stray, said);
  return isWritten ? { id, result: 'recorded', repeated: false } : takeBackStray(access, raw, may);
}
