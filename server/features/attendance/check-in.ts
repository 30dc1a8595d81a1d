import type { Passage } from '../../../models/check-in.ts';
import type { Guest } from '../../../models/guest.ts';
import { Refused } from '../../platform/errors.ts';
import type { Access } from '../access/access.ts';
import { addFirst, addPassage, type Spot } from './add-passage.ts';
import { wholeEvent } from './check-in-list.ts';
import { findGuest } from './find-guest.ts';
import type { CheckInInput } from './input.ts';
import type { Outcome } from './outcome.ts';
import { outcomeByPassage, refusalBefore } from './outcome-of.ts';
import { entryOf } from './passage-of.ts';
import { writeDown } from './scan-journal.ts';
import { standingEntry } from './standing-entry.ts';
import { tellArrival } from './tell-attendance.ts';

const OPEN = new Set(['published', 'live']);

/**
 * Lets a guest in, once. A repeated scanId gets its first outcome again, whatever has happened since. The document's
 * id (list and guest) settles the race between two doors: exactly one of them is told "welcome".
 */
export async function checkIn(access: Access, input: CheckInInput): Promise<Outcome> {
  const [refused, found] = await Promise.all([refusalBefore(access, input.scanId), findGuest(access, input)]);
  if (refused) return refused;
  const { scanId } = input;
  // Whoever scans again what let somebody in is told so even after the doors have closed.
  const turnAway = async (outcome: Outcome): Promise<Outcome> =>
    (await outcomeByPassage(access, scanId)) ?? writeDown(access, outcome, input);
  if (!OPEN.has(access.event.state)) return turnAway({ verdict: 'not-open', scanId });
  if (!found.guest) return turnAway({ verdict: found.verdict, scanId });
  // Whoever was replaced has no pass any more: the substitute has their own.
  if (found.guest.state === 'cancelled' || found.guest.replacedBy)
    return turnAway({ verdict: 'cancelled', scanId, guest: found.guest });

  return admit(access, found.guest, input);
}

async function admit(access: Access, guest: Guest, input: CheckInInput): Promise<Outcome> {
  const passage = entryOf(access, guest, input);
  const first = await addFirst(spotOf(access, guest), { passage });
  return first ? welcome(access, guest, passage) : admitAgain(access, guest, { entry: passage, input });
}

/** Somebody was here before: this very scan, another one, or one that was taken back. */
async function admitAgain(
  access: Access,
  guest: Guest,
  { entry, input }: { entry: Passage; input: CheckInInput },
): Promise<Outcome> {
  const { scanId } = input;
  const own = await outcomeByPassage(access, scanId);
  if (own) return own;

  const tried = await addUnlessInside(access, guest, entry);
  if (tried === 'used') return admitAgain(access, guest, { entry, input });
  if (tried?.added) return welcome(access, guest, entry);
  const inside = tried && standingEntry(tried.checkIn);
  if (!inside) return admit(access, guest, input);
  return writeDown(access, { verdict: 'already-here', scanId, guest, first: inside }, input);
}

/** In this very moment the scanId may have let somebody else in. */
async function addUnlessInside(access: Access, guest: Guest, passage: Passage) {
  try {
    return await addPassage(spotOf(access, guest), (standing) => (standing?.admission ? null : { passage }));
  } catch (error) {
    if (error instanceof Refused && error.code === 'attendance.scan-id-used') return 'used';
    throw error;
  }
}

function welcome(access: Access, guest: Guest, admission: Passage): Outcome {
  tellArrival(access.event, guest, admission);
  return { verdict: 'welcome', scanId: admission.id, guest, admission };
}

function spotOf({ event }: Access, guest: Guest): Spot {
  return { event: event._id, list: wholeEvent(event), guest: guest._id };
}
