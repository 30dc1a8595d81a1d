import { foldFacts } from '../../../contract/attendance/fold.ts';
import type { CheckInList } from '../../../contract/attendance/list.ts';
import type { CheckIn, Passage } from '../../../models/check-in.ts';
import type { Guest } from '../../../models/guest.ts';
import { Forbidden, Refused } from '../../platform/errors.ts';
import { type Access, can } from '../access/access.ts';
import { addFirst, addPassage, type Spot } from './add-passage.ts';
import { factOf } from './fold-check-in.ts';
import { findGuest } from './find-guest.ts';
import { hasRequired } from './has-required.ts';
import type { CheckInInput } from './input.ts';
import { listMeant } from './list-meant.ts';
import type { Outcome } from './outcome.ts';
import { outcomeByPassage, refusalBefore } from './outcome-of.ts';
import { entryOf } from './passage-of.ts';
import { ruleAgainst } from './rule-against.ts';
import { writeDown } from './scan-journal.ts';
import { standingEntry } from './standing-entry.ts';
import { tellArrival } from './tell-attendance.ts';

const OPEN = new Set(['published', 'live']);

/** What is being tried: by whom, with whom, on which list. */
interface Trial {
  access: Access;
  guest: Guest;
  list: CheckInList;
  input: CheckInInput;
}

/**
 * Lets a guest in, as often as the list allows. A repeated scanId gets its first outcome again, whatever has happened
 * since. `gate`: categories that may come in here, empty for all. The document's id (list and guest) settles the race
 * between two doors: exactly one of them is told "welcome".
 */
export async function checkIn(
  access: Access,
  input: CheckInInput,
  gate: readonly string[] = [],
): Promise<Outcome> {
  if (input.override && !can(access, 'attendance.override')) throw new Forbidden();
  const { scanId } = input;
  const [refused, found, list] = await Promise.all([
    refusalBefore(access, scanId),
    findGuest(access, input),
    listMeant(access.event, input.list),
  ]);
  if (refused) return refused;
  // Whoever scans again what let somebody in is told so even after the doors have closed.
  const turnAway = async (outcome: Outcome): Promise<Outcome> =>
    (await outcomeByPassage(access, scanId)) ?? writeDown(access, outcome, input);
  if (!OPEN.has(access.event.state)) return turnAway({ verdict: 'not-open', scanId });
  if (!found.guest) return turnAway({ verdict: found.verdict, scanId });
  const { guest, badPass } = found;
  // Whoever was replaced has no pass any more: the substitute has their own.
  if (guest.state === 'cancelled' || guest.replacedBy)
    return turnAway({ verdict: 'cancelled', scanId, guest });
  const circumstances = { hasRequired: await hasRequired(access.event, list, guest), gate };
  const against = input.override ? null : (badPass ?? ruleAgainst(guest, list, circumstances));
  if (against) return turnAway({ verdict: against, scanId, guest });

  return admit({ access, guest, list, input });
}

async function admit(trial: Trial): Promise<Outcome> {
  const entry = entryOf(trial.access, trial.guest, trial.input);
  const first = await addFirst(spotOf(trial), { passage: entry });
  return first ? welcome(trial, entry) : admitAgain(trial, entry);
}

/** Somebody was here before: this very scan, another one, or one that was taken back. */
async function admitAgain(trial: Trial, entry: Passage): Promise<Outcome> {
  const { access, guest, input } = trial;
  const own = await outcomeByPassage(access, input.scanId);
  if (own) return own;

  const tried = await addIfAllowed(trial, entry);
  if (tried === 'used') return admitAgain(trial, entry);
  if (tried?.added) return welcome(trial, tried.checkIn.passages.find(({ id }) => id === entry.id) ?? entry);
  const first = tried && contradicted(tried.checkIn);
  if (!first) return admit(trial);
  return writeDown(access, { verdict: 'already-here', scanId: input.scanId, guest, first }, input);
}

/** In this very moment the scanId may have let somebody else in. */
async function addIfAllowed(trial: Trial, entry: Passage) {
  try {
    return await addPassage(spotOf(trial), (standing) => {
      const passage = after(standing, entry);
      return admits(trial.list, standing, passage) ? { passage } : null;
    });
  } catch (error) {
    if (error instanceof Refused && error.code === 'attendance.scan-id-used') return 'used';
    throw error;
  }
}

/** Of two doors that ask in one moment the second comes second, whichever looked at the clock first. */
function after(standing: CheckIn | null, entry: Passage): Passage {
  const latest = Math.max(...(standing?.passages ?? []).map(({ at }) => at.getTime()));
  return latest < entry.at.getTime() ? entry : { ...entry, at: new Date(latest + 1) };
}

/** Whether the entry would count, beside all that happened before. */
function admits(list: CheckInList, standing: CheckIn | null, entry: Passage): boolean {
  const facts = [...(standing?.passages ?? []), entry].map(factOf);
  return foldFacts(facts, list).admissions.includes(entry.id);
}

/** The entry that leaves no room for another. */
function contradicted(checkIn: CheckIn): Passage | null {
  return standingEntry(checkIn) ?? checkIn.passages.findLast(({ kind }) => kind === 'entry') ?? null;
}

function welcome({ access, guest, list, input }: Trial, admission: Passage): Outcome {
  if (list.kind === 'event') tellArrival(access.event, guest, admission);
  return { verdict: 'welcome', scanId: input.scanId, guest, admission };
}

function spotOf({ access, guest, list }: Trial): Spot {
  return { event: access.event._id, list, guest: guest._id };
}
