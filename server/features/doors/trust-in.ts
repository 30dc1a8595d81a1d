import { UNDO_WITHIN_MS } from '../../../contract/attendance/rules.ts';
import type { DoorRank } from '../../../contract/door/plan.ts';
import { type CheckIn, CheckIns } from '../../../models/check-in.ts';
import type { Door } from '../../../models/door.ts';
import { type Guest, Guests } from '../../../models/guest.ts';
import { type StrayScan, StrayScans } from '../../../models/stray-scan.ts';
import { strayId } from '../attendance/keep-stray.ts';
import type { Happening, Uploaded } from '../attendance/upload-input.ts';
import type { Trust } from '../attendance/upload-scans.ts';
import { sentInstead } from '../events/stand-ins.ts';
import type { MayTakeBack } from '../reconciliation/take-back-stray.ts';

type Entry = Extract<Happening, { kind: 'entry' }>;

/** What is believed of what this device tells: nothing from before it was set up or after its last day, nor above its rank. */
export async function trustIn(door: Door, rank: DoorRank, uploaded: readonly Uploaded[]): Promise<Trust> {
  const about = rank === 'steward' ? await knownOf(door, uploaded) : null;
  return {
    earliest: atWorkSince(door),
    believes: (happening) =>
      happening.at <= door.expires.getTime() && (about === null || isSteward(happening, about)),
  };
}

/** The moment before which the device did nothing. */
export function atWorkSince({ enrolment }: Door): number {
  return enrolment?.usedAt?.getTime() ?? 0;
}

/** Of what was kept apart: a steward takes back what this device did, and a supervisor everything. */
export function mayTakeBack(door: Door, rank: DoorRank): MayTakeBack {
  return (done, at) =>
    at <= door.expires.getTime() &&
    (rank === 'supervisor' || (done.door === String(door._id) && at - done.at <= UNDO_WITHIN_MS));
}

interface Known {
  /** When this device did what it now wants to take back. */
  own: ReadonlyMap<string, number>;
  /** Whom each guest has sent instead. */
  sent: ReadonlyMap<string, string>;
}

async function knownOf(door: Door, uploaded: readonly Uploaded[]): Promise<Known> {
  const [own, sent] = await Promise.all([ownDeeds(door, uploaded), substitutesOf(door, uploaded)]);
  return { own, sent };
}

function isSteward(happening: Happening, { own, sent }: Known): boolean {
  switch (happening.kind) {
    case 'entry':
      return happening.override === undefined && isExpected(happening, sent);
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

/** The guest, or whoever they have sent: to write down somebody else is above the rank of a steward. */
function isExpected({ guest, substitute }: Entry, sent: ReadonlyMap<string, string>): boolean {
  return substitute === '' || substitute === sent.get(guest);
}

async function substitutesOf({ event }: Door, uploaded: readonly Uploaded[]): Promise<Map<string, string>> {
  const replaced = uploaded.flatMap(({ happening }) =>
    happening?.kind === 'entry' && happening.substitute ? [happening.guest] : [],
  );
  if (replaced.length === 0) return new Map();
  const guests = await Guests.find({ event, _id: { $in: replaced } }, { answer: 1 }).lean<Guest[]>();
  return new Map(guests.map((guest) => [String(guest._id), sentInstead(guest)]));
}

/** What is on record says by itself who did it; of the rest only what comes along counts as this device's. */
async function ownDeeds(door: Door, uploaded: readonly Uploaded[]): Promise<Map<string, number>> {
  const told = uploaded.flatMap(({ happening }) => (happening ? [happening] : []));
  const targets = told.flatMap((each) => (each.kind === 'undo' ? [each.target] : []));
  const own = new Map(told.map(({ id, at }) => [id, at]));
  if (targets.length === 0) return own;
  const [known, strays] = await Promise.all([
    CheckIns.find({ 'passages.id': { $in: targets } }, { passages: 1 }).lean<CheckIn[]>(),
    StrayScans.find(
      { _id: { $in: targets.map((id) => strayId({ _id: door.event }, id)) } },
      { door: 1 },
    ).lean<StrayScan[]>(),
  ]);
  const self = String(door._id);
  for (const passage of known.flatMap(({ passages }) => passages))
    if (passage.door.id === self) own.set(passage.id, passage.at.getTime());
    else own.delete(passage.id);
  for (const stray of strays) if (stray.door.id !== self) own.delete(stray._id.split(':').at(-1) ?? '');
  return own;
}
