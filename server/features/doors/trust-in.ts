import { UNDO_WITHIN_MS } from '../../../contract/attendance/rules.ts';
import type { DoorRank } from '../../../contract/door/plan.ts';
import { type CheckIn, CheckIns } from '../../../models/check-in.ts';
import type { Door } from '../../../models/door.ts';
import type { Happening, Uploaded } from '../attendance/upload-input.ts';
import type { Trust } from '../attendance/upload-scans.ts';
import type { MayTakeBack } from '../reconciliation/take-back-stray.ts';

/** What is believed of what this device tells: nothing from before it was set up or after its last day, nor above its rank. */
export async function trustIn(door: Door, rank: DoorRank, uploaded: readonly Uploaded[]): Promise<Trust> {
  const own = rank === 'steward' ? await ownDeeds(door, uploaded) : new Map<string, number>();
  return {
    earliest: door.enrolment?.usedAt?.getTime() ?? 0,
    believes: (happening) =>
      happening.at <= door.expires.getTime() && (rank === 'supervisor' || isSteward(happening, own)),
  };
}

/** Of what was kept apart: a steward takes back what this device did, and a supervisor everything. */
export function mayTakeBack(door: Door, rank: DoorRank): MayTakeBack {
  return (done, at) =>
    at <= door.expires.getTime() &&
    (rank === 'supervisor' || (done.door === String(door._id) && at - done.at <= UNDO_WITHIN_MS));
}

function isSteward(happening: Happening, own: ReadonlyMap<string, number>): boolean {
  switch (happening.kind) {
    case 'entry':
      return happening.override === undefined;
    case 'undo': {
      const at = own.get(happening.target);
      return at !== undefined && happening.at - at <= UNDO_WITHIN_MS;
    }
    case 'walk-in':
      return false;
    case 'exit':
    case 'companion':
      return true;
  }
}

/** When this device did what it now wants to take back. */
async function ownDeeds(door: Door, uploaded: readonly Uploaded[]): Promise<Map<string, number>> {
  const told = uploaded.flatMap(({ happening }) => (happening ? [happening] : []));
  const targets = told.flatMap((each) => (each.kind === 'undo' ? [each.target] : []));
  const own = new Map(told.map(({ id, at }) => [id, at]));
  if (targets.length === 0) return own;
  const known = await CheckIns.find({ 'passages.id': { $in: targets } }, { passages: 1 }).lean<CheckIn[]>();
  for (const passage of known.flatMap(({ passages }) => passages))
    if (passage.door.id === String(door._id)) own.set(passage.id, passage.at.getTime());
  return own;
}
