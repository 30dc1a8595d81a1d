import type { Effect } from '../../../models/fields/effects.ts';
import { type CheckIn, CheckIns } from '../../../models/check-in.ts';
import { type Guest, Guests } from '../../../models/guest.ts';
import { type Scan, Scans } from '../../../models/scan.ts';
import { now } from '../../platform/clock.ts';
import type { Access } from '../access/access.ts';
import { checkInId, eventList } from './check-in-list.ts';
import { guestFields } from './find-guest.ts';
import type { CheckInInput } from './input.ts';
import { guestOf, type Outcome } from './outcome.ts';

/** Appends a refused scan to the journal and hands the outcome on. */
export async function writeDown(access: Access, outcome: Outcome, input: CheckInInput): Promise<Outcome> {
  const { actor } = access;
  await Scans.updateOne(
    { _id: input.scanId },
    {
      $setOnInsert: {
        event: access.event._id,
        list: eventList(access.event),
        guest: guestOf(outcome)?._id ?? null,
        verdict: outcome.verdict,
        text: 'code' in input ? input.code.slice(0, 80) : '',
        door: actor.kind === 'door' ? { id: actor.id, name: actor.name } : { id: '', name: '' },
        by: actor.name,
        at: now(),
      },
    },
    { upsert: true },
  );
  return outcome;
}

/** Carries out the `scan` effects of admissions: the journal holds every attempt, the successful ones too. */
export async function journalAdmissions(effects: readonly Effect[]): Promise<void> {
  await Scans.bulkWrite(
    effects.map(({ data: { scanId, ...scan }, at }) => ({
      updateOne: {
        filter: { _id: String(scanId) },
        update: { $setOnInsert: { ...(scan as Partial<Scan>), text: '', at } },
        upsert: true,
      },
    })),
    { ordered: false },
  );
}

/** The outcome this scanId had the first time, or null when it is new. */
export async function earlierOutcome(access: Access, scanId: string): Promise<Outcome | null> {
  const scan = await Scans.findOne({ _id: scanId, event: access.event._id }).lean<Scan>();
  if (!scan) return null;
  const guest = scan.guest && (await Guests.findById(scan.guest, guestFields).lean<Guest>());
  return guest ? withGuest(access, scan, guest) : withoutGuest(scan);
}

async function withGuest(access: Access, scan: Scan, guest: Guest): Promise<Outcome> {
  const scanId = scan._id;
  if (scan.verdict === 'cancelled') return { verdict: 'cancelled', scanId, guest };
  const id = checkInId(eventList(access.event), guest._id);
  const checkIn = await CheckIns.findById(id).lean<CheckIn>();
  const admissions = checkIn ? [checkIn.admission, ...checkIn.undone.map((undone) => undone.admission)] : [];
  if (scan.verdict === 'welcome') {
    const own = admissions.find((admission) => admission?.scanId === scanId);
    return own ? { verdict: 'welcome', scanId, guest, admission: own } : withoutGuest(scan);
  }
  const first = admissions.find((admission) => admission !== null);
  return first ? { verdict: 'already-here', scanId, guest, first } : withoutGuest(scan);
}

function withoutGuest(scan: Scan): Outcome {
  const verdict =
    scan.verdict === 'other-event' || scan.verdict === 'not-open' ? scan.verdict : 'unknown-code';
  return { verdict, scanId: scan._id };
}
