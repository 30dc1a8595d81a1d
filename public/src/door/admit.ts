import type { EntryFact } from '../../../contract/attendance/facts.ts';
import { foldFacts } from '../../../contract/attendance/fold.ts';
import { type Decision, decideEntry, type Knowledge, type Sight } from '../../../contract/door/decide.ts';
import type { ScanAnswer, ScanRequest } from '../../../contract/door/scan.ts';
import type { DoorFact, DoorGuest } from '../../../contract/door/sync.ts';
import { isPassing, Problem, Unreachable } from '../lib/problem.ts';
import { type Desk, onList } from './desk.ts';
import { noOutcome, type Outcome } from './outcome.ts';
import { passKey } from './passage-book.ts';
import type { Deed } from './queue.ts';
import { readPass } from './read-pass.ts';
import { usesOf } from './uses.ts';

/** Whom to let in: what was read or typed, or somebody chosen from the list. */
export type Wanted = { text: string; method: 'scan' | 'typed' } | { guest: string; method: 'search' };

export interface Extra {
  substitute?: string;
  override?: string;
}

interface Attempt {
  id: string;
  seq: number;
  wanted: Wanted;
  extra: Extra;
}

/** After this time without an answer the device decides by itself. */
const PATIENCE_MS = 2_000;
/** What a clock may be wrong by that has not heard of the server since the page was opened. */
const DOUBT_MS = 10 * 60_000;

/**
 * Lets somebody in, as the server says, or by what this device knows when the server is silent. Whoever is told
 * "welcome" is on record: there, or here on the disk.
 */
export async function admit(whole: Desk, wanted: Wanted, extra: Extra = {}): Promise<Outcome> {
  // Whatever is chosen while the answer is awaited, it is about the list on which it was asked for.
  const desk = onList(whole, whole.current());
  const attempt = { id: crypto.randomUUID(), seq: desk.queue.next(), wanted, extra };
  const canAsk = desk.uplink.isUp() && !(await isAhead(desk, wanted));
  const answered = canAsk ? await askServer(desk, attempt) : null;
  const outcome = answered ?? (await desk.inTurn(() => decideHere(desk, attempt)));
  desk.changed();
  return outcome;
}

/** Something was done here with whoever is meant, and the server, which has not heard of it yet, would overlook it. */
async function isAhead({ queue, list }: Desk, wanted: Wanted): Promise<boolean> {
  if (queue.waiting().length === 0) return false;
  if ('guest' in wanted) return queue.waiting().some(({ guest }) => guest === wanted.guest);
  const reading = await readPass(wanted.text, list.setting());
  if (!reading.ok) return false;
  const meant = list.byPass(reading.pass)?.id ?? '';
  return queue.waiting().some(({ guest, pass }) => guest === meant || pass === reading.pass);
}

async function askServer(desk: Desk, attempt: Attempt): Promise<Outcome | null> {
  const { id, seq, wanted, extra } = attempt;
  const list = desk.current().id;
  const heard = desk.clock.ask();
  const request: ScanRequest = {
    id,
    list,
    seq,
    deviceAt: new Date().toISOString(),
    ...wanted,
    ...extra,
  };
  try {
    const answer = await desk.askForEntry(request, PATIENCE_MS);
    heard(answer.now);
    desk.list.takeRows(answer.guest, answer.passages);
    if (answer.verdict === 'welcome') await desk.keepAnswer(answer);
    return outcomeOf(desk, answer, { list, extra });
  } catch (error) {
    if (isSilence(error)) {
      desk.uplink.lost();
      return null;
    }
    if (!(error instanceof Problem)) throw error;
    // What is not sent yet is told first; then the server says the same once more.
    if (error.status === 410) desk.retry();
    return { ...noOutcome(desk, id), verdict: 'not-recorded', reason: error.message };
  }
}

/** To be told to wait is an answer, which no decision of our own may get around. */
function isSilence(error: unknown): boolean {
  if (error instanceof Problem) return isPassing(error) && error.code !== 'passes.too-many-wrong';
  return error instanceof Unreachable;
}

function outcomeOf(
  desk: Desk,
  { id, verdict, guest, passages, now }: ScanAnswer,
  { list, extra }: { list: string; extra: Extra },
): Outcome {
  const before = (passages?.facts ?? []).filter((fact) => fact.id !== id);
  const earlier = verdict === 'already-here' ? against(desk, before, list) : null;
  return {
    ...noOutcome(desk, id),
    list,
    // What the server does not know, nobody does.
    verdict: verdict === 'not-synced' ? 'not-listed' : verdict,
    admitted: verdict === 'welcome',
    guest,
    at: now,
    ...earlier,
    // Whoever was turned away has not come instead of anybody; who is in already is known.
    substitute: (verdict === 'welcome' && extra.substitute) || (earlier?.first ?? guest ?? nobody).substitute,
  };
}

const nobody = { substitute: '' };

/** The entry that counts after all that happened, and all of them where several may; what was taken back does not. */
function against(desk: Desk, facts: readonly DoorFact[], list: string): Pick<Outcome, 'first' | 'uses'> {
  const rule = desk.list.list(list);
  const { inside, admissions } = rule ? foldFacts(facts, rule) : { inside: null, admissions: [] };
  const first = facts.find(({ id }) => id === (inside ?? admissions.at(-1))) ?? null;
  return { first, uses: usesOf(facts, rule) };
}

async function decideHere(desk: Desk, attempt: Attempt): Promise<Outcome> {
  const { id, wanted } = attempt;
  const sight = await sightOf(desk, wanted);
  if ('verdict' in sight) return { ...noOutcome(desk, id), verdict: sight.verdict };
  const entry: EntryFact = {
    kind: 'entry',
    id,
    at: desk.clock.now(),
    device: desk.list.setting().door.id,
    seq: attempt.seq,
    override: attempt.extra.override !== undefined,
  };
  const decision =
    attempt.extra.override && sight.guest ? ordered : decideEntry(entry, sight, knowledge(desk, sight));
  if (!decision.admits) return refused(desk, { attempt, sight, decision });
  return record(desk, { attempt, sight, decision, entry });
}

const ordered: Decision = { verdict: 'welcome', admits: true, of: '' };

async function sightOf(desk: Desk, wanted: Wanted) {
  const { list } = desk;
  if ('guest' in wanted) return { guest: list.guest(wanted.guest) ?? null, payload: null, pass: '' };
  const reading = await readPass(wanted.text, list.setting());
  if (!reading.ok) return { verdict: reading.verdict };
  return { guest: list.byPass(reading.pass) ?? null, payload: reading.payload, pass: reading.pass };
}

function knowledge(desk: Desk, sight: Sight): Knowledge {
  const { guest } = sight;
  const { list, clock } = desk;
  const current = desk.current();
  const facts = list.facts(keyOf(sight), current.id);
  return {
    setting: list.setting(),
    list: current,
    facts,
    hasRequired: requirement(desk, guest),
    listAt: list.toldAt(),
    doubt: clock.isUncertain() ? DOUBT_MS : 0,
  };
}

/** Cut off, a device only warns of what another list says: whoever is missing there may have come in elsewhere. */
function requirement({ list, current }: Desk, guest: DoorGuest | null): boolean | null {
  const { requires } = current();
  if (requires === '') return true;
  return guest && list.inside(requires).guests.has(guest.id) ? true : null;
}

function refused(
  desk: Desk,
  { attempt, sight, decision }: { attempt: Attempt; sight: Sight; decision: Decision },
): Outcome {
  const list = desk.current().id;
  const facts = desk.list.facts(keyOf(sight), list);
  const first = facts.find(({ id }) => id === decision.of) ?? null;
  return {
    ...noOutcome(desk, attempt.id),
    verdict: decision.verdict,
    guest: sight.guest,
    first,
    substitute: (first ?? nobody).substitute,
    uses: decision.of ? usesOf(facts, desk.list.list(list)) : null,
  };
}

interface Admission {
  attempt: Attempt;
  sight: Sight;
  decision: Decision;
  entry: EntryFact;
}

/** Green only when it is on the disk. */
async function record(desk: Desk, { attempt, sight, decision, entry }: Admission): Promise<Outcome> {
  const { guest, pass } = sight;
  const list = desk.current().id;
  const outcome = { ...noOutcome(desk, entry.id), guest, pass, at: entry.at };
  const substitute = attempt.extra.substitute ?? guest?.substitute ?? '';
  const deed: Deed = {
    kind: 'entry',
    ...about(desk, entry),
    list,
    ...(guest ? { guest: guest.id } : { pass }),
    method: attempt.wanted.method,
    offline: true,
    uncertain: desk.clock.isUncertain(),
    substitute,
    ...(attempt.extra.override ? { override: attempt.extra.override } : {}),
  };
  try {
    await desk.queue.add(deed);
  } catch (error) {
    if (error instanceof DOMException) return { ...outcome, verdict: 'not-recorded' };
    throw error;
  }
  desk.list.add(keyOf(sight), list, { ...entry, door: desk.list.setting().door.name, by: '', substitute });
  return { ...outcome, verdict: decision.verdict, admitted: true, waits: true, substitute };
}

/** Under what their facts are kept: somebody who is not on the list has only the pass in hand. */
function keyOf({ guest, pass }: Sight): string {
  return guest?.id ?? passKey(pass);
}

/** What every deed says of itself. */
function about(desk: Desk, { id, seq, at }: EntryFact): Pick<Deed, 'id' | 'seq' | 'at' | 'deviceAt'> {
  return { id, seq, at, deviceAt: new Date().toISOString() };
}
