import { type StrayScan, StrayScans } from '../../../models/stray-scan.ts';
import type { Access } from '../access/access.ts';
import { addStrayDecision } from './add-stray-decision.ts';
import { contentOf } from './read-stray.ts';
import type { MayTakeBack } from './take-back-stray.ts';
import { takeBackStrays } from './take-back-strays.ts';

/**
 * An undo that was kept apart needs nobody to look at it once what it takes back is found among the strays, whichever of
 * both came first. Of the undos of this door, by what it may take back.
 */
export async function settleUndos(access: Access, door: string, may: MayTakeBack): Promise<void> {
  const waiting = await StrayScans.find({
    event: access.event._id,
    'door.id': door,
    'decisions.0': { $exists: false },
    content: /"kind":"undo"/,
  }).lean<StrayScan[]>();
  const undos = waiting.map((stray) => ({ stray, raw: contentOf(stray) }));
  const taken = await takeBackStrays(
    access,
    undos.map(({ raw }) => raw),
    may,
  );
  for (const { stray, raw } of undos) {
    const receipt = taken.get(raw);
    const said = { id: `${receipt?.id}-settled`, kind: 'taken-back' as const, note: '', elsewhere: null };
    if (receipt) await addStrayDecision(access, stray, said);
  }
}
