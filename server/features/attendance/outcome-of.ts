import type { Types } from 'mongoose';
import type { Verdict } from '../../../contract/states.ts';
import { type CheckIn, CheckIns, type Passage } from '../../../models/check-in.ts';
import { type Guest, Guests } from '../../../models/guest.ts';
import { type Scan, Scans } from '../../../models/scan.ts';
import { groupRead } from '../../platform/database/group-read.ts';
import { Refused } from '../../platform/errors.ts';
import type { Access } from '../access/access.ts';
import { checkInId } from './check-in-id.ts';
import { guestFields } from './find-guest.ts';
import type { Outcome } from './outcome.ts';

/** What came of this scan, or null when it never arrived here. */
export async function outcomeOf(access: Access, scanId: string): Promise<Outcome | null> {
  return (await outcomeByPassage(access, scanId)) ?? refusalBefore(access, scanId);
}

/** Why this scan let nobody in; null when it did, or never arrived here. */
export async function refusalBefore(access: Access, scanId: string): Promise<Outcome | null> {
  const scan = await scanById(scanId);
  if (!scan) return null;
  demandOwn(access, scan);
  const guest = scan.guest && (await guestById(scan.guest));
  return guest ? refusalOf(access, scan, guest) : withoutGuest(scan);
}

/** The entry this scan made, whether or not it was taken back since. */
export async function outcomeByPassage(access: Access, scanId: string): Promise<Outcome | null> {
  const checkIn = await CheckIns.findOne({ 'passages.id': scanId }).lean<CheckIn>();
  if (!checkIn) return null;
  demandOwn(access, checkIn);
  const admission = entries(checkIn).find(({ id }) => id === scanId);
  const guest = await guestById(checkIn.guest);
  return admission && guest ? { verdict: 'welcome', scanId, guest, admission } : null;
}

const scanById = groupRead(async (ids) => {
  const scans = await Scans.find({ _id: { $in: ids } }).lean<Scan[]>();
  return new Map(scans.map((scan) => [scan._id, scan]));
});

async function refusalOf(access: Access, scan: Scan, guest: Guest): Promise<Outcome> {
  const scanId = scan._id;
  if (isAgainst(scan.verdict)) return { verdict: scan.verdict, scanId, guest };
  const checkIn = await CheckIns.findById(checkInId(scan.list, guest._id)).lean<CheckIn>();
  const first = checkIn && entries(checkIn).findLast(({ at }) => at <= scan.at);
  return first ? { verdict: 'already-here', scanId, guest, first } : withoutGuest(scan);
}

function entries({ passages }: CheckIn): Passage[] {
  return passages.filter(({ kind }) => kind === 'entry');
}

function withoutGuest({ _id: scanId, verdict }: Scan): Outcome {
  return { verdict: meansNobody(verdict) ? verdict : 'unknown-code', scanId };
}

type AgainstGuest = Extract<Outcome, { guest: Guest }>['verdict'];
type Against = Exclude<AgainstGuest, 'welcome' | 'already-here'>;
type Nobody = Exclude<Verdict, AgainstGuest>;

const against: Readonly<Record<Against, true>> = {
  cancelled: true,
  'wrong-category': true,
  'wrong-gate': true,
  'too-early': true,
  'too-late': true,
  'not-inside': true,
  'pass-revoked': true,
  'pass-replaced': true,
};

function isAgainst(verdict: Verdict): verdict is Against {
  return verdict in against;
}

function meansNobody(verdict: Verdict): verdict is Nobody {
  return verdict !== 'welcome' && verdict !== 'already-here' && !isAgainst(verdict);
}

async function guestById(id: Types.ObjectId): Promise<Guest | null> {
  return Guests.findById(id, guestFields).lean<Guest>();
}

/** A scanId is made by chance and never comes twice; whoever shows one of another event is told nothing of it. */
function demandOwn(access: Access, { event }: { event: Types.ObjectId }): void {
  if (!event.equals(access.event._id)) throw new Refused('attendance.scan-id-used');
}
