import { type Admission, type CheckIn, CheckIns } from '../../../models/check-in.ts';
import type { Guest } from '../../../models/guest.ts';
import { now } from '../../platform/clock.ts';
import { isDuplicateKey } from '../../platform/database/duplicate-key.ts';
import { settle } from '../../platform/database/effects.ts';
import { groupInsert } from '../../platform/database/group-insert.ts';
import type { Access } from '../access/access.ts';
import { sentInstead } from '../events/stand-ins.ts';
import { admissionEffects } from './admission-effects.ts';
import { checkInId, eventList } from './check-in-list.ts';
import { findGuest } from './find-guest.ts';
import type { CheckInInput } from './input.ts';
import type { Outcome } from './outcome.ts';
import { admissionOutcome, earlierOutcome } from './outcome-of.ts';
import { writeDown } from './scan-journal.ts';
import { tellArrival } from './tell-attendance.ts';

const OPEN = new Set(['published', 'live']);
const insert = groupInsert(CheckIns);

/**
 * Lets a guest in, once. A repeated scanId gets its first outcome again, whatever has happened since. The document's
 * id (list and guest) settles the race between two doors: exactly one of them is told "welcome".
 */
export async function checkIn(access: Access, input: CheckInInput): Promise<Outcome> {
  const [earlier, found] = await Promise.all([
    earlierOutcome(access, input.scanId),
    findGuest(access, input),
  ]);
  if (earlier) return earlier;
  const { scanId } = input;
  if (!OPEN.has(access.event.state)) return writeDown(access, { verdict: 'not-open', scanId }, input);
  if (!found.guest) return writeDown(access, { verdict: found.verdict, scanId }, input);
  // Whoever was replaced has no pass any more: the substitute has their own.
  if (found.guest.state === 'cancelled' || found.guest.replacedBy) {
    return writeDown(access, { verdict: 'cancelled', scanId, guest: found.guest }, input);
  }

  return admit(access, found.guest, input);
}

async function admit(access: Access, guest: Guest, input: CheckInInput): Promise<Outcome> {
  const admission = admissionOf(access, guest, input);
  const fact = firstAdmission(access, guest, admission);
  const insertion = await insert(fact);
  if (insertion === 'duplicate') return admitAgain(access, guest, { admission, input });

  return welcome(access, guest, { admission, id: fact._id });
}

/** Somebody was here before: this very scan, another one, or one that was taken back. */
async function admitAgain(
  access: Access,
  guest: Guest,
  attempt: { admission: Admission; input: CheckInInput },
): Promise<Outcome> {
  const { admission, input } = attempt;
  const { scanId } = input;
  const own = await admissionOutcome(access, scanId);
  if (own) return own;

  const id = checkInId(eventList(access.event), guest._id);
  if (await readmit(access, guest, { admission, id })) return welcome(access, guest, { admission, id });

  const standing = await CheckIns.findById(id, { admission: 1 }).lean<CheckIn>();
  // Taken back in this very moment, or this scanId has just admitted somebody: look again.
  if (!standing?.admission) return admitAgain(access, guest, attempt);
  return writeDown(access, { verdict: 'already-here', scanId, guest, first: standing.admission }, input);
}

/** Puts a new admission in the place of one that was taken back. False when there is none to replace. */
async function readmit(
  access: Access,
  guest: Guest,
  { admission, id }: { admission: Admission; id: string },
): Promise<boolean> {
  try {
    const { modifiedCount } = await CheckIns.updateOne(
      { _id: id, admission: null },
      {
        $set: { admission },
        $inc: { rev: 1 },
        $push: {
          scanIds: admission.scanId,
          effects: { $each: admissionEffects(access, guest, admission) },
        },
      },
    );
    return modifiedCount === 1;
  } catch (error) {
    if (isDuplicateKey(error)) return false;
    throw error;
  }
}

function welcome(access: Access, guest: Guest, admitted: { admission: Admission; id: string }): Outcome {
  settle(CheckIns, admitted.id);
  tellArrival(access.event, guest, admitted.admission);
  return { verdict: 'welcome', scanId: admitted.admission.scanId, guest, admission: admitted.admission };
}

function firstAdmission(access: Access, guest: Guest, admission: Admission): CheckIn {
  const list = eventList(access.event);
  return {
    _id: checkInId(list, guest._id),
    event: access.event._id,
    list,
    guest: guest._id,
    admission,
    undone: [],
    scanIds: [admission.scanId],
    rev: 1,
    effects: admissionEffects(access, guest, admission),
  };
}

function admissionOf(access: Access, guest: Guest, input: CheckInInput): Admission {
  const { actor } = access;
  return {
    scanId: input.scanId,
    at: now(),
    deviceAt: input.deviceAt ? new Date(input.deviceAt) : null,
    door: actor.kind === 'door' ? { id: actor.id, name: actor.name } : { id: '', name: '' },
    by: actor.name,
    method: actor.kind === 'system' ? 'simulated' : input.method,
    substitute: sentInstead(guest),
  };
}
