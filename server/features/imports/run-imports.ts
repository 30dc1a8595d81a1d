import { type GuestImport, GuestImports } from '../../../models/guest-import.ts';
import { now } from '../../platform/clock.ts';
import { tell } from '../../platform/live/tell.ts';
import { rooms } from '../access/rooms.ts';
import { answerRows } from './answer-many.ts';
import { checkRows } from './check-rows.ts';
import { giveUp } from './give-up.ts';
import type { ListedImport } from './import-facts.ts';
import { undoRows } from './undo-rows.ts';
import { workStates } from './work-states.ts';
import { writeRows } from './write-rows.ts';

const LEASE_MS = 30_000;
const HEARTBEAT_MS = 8_000;
/** So often a work is begun; what throws every time, or kills its process, would go on for ever. */
const MOST_TRIES = 5;

/** Does what imports wait for, one after the other; also what a crash left half done. */
export async function runImports(): Promise<void> {
  for (let run = await claim(); run; run = await claim()) await carryOut(run);
}

/** Takes an import nobody is working on. Its turn tells whoever was slow that somebody else has taken over. */
async function claim(): Promise<ListedImport | null> {
  return GuestImports.findOneAndUpdate(
    { state: { $in: workStates }, trouble: null, 'lease.until': { $lt: now() } },
    { $set: { 'lease.until': leaseEnd() }, $inc: { 'lease.turn': 1, tries: 1 } },
    { returnDocument: 'after', sort: { 'lease.until': 1 }, projection: { bytes: 0 } },
  ).lean<ListedImport>();
}

async function carryOut(run: ListedImport): Promise<void> {
  if (run.tries > MOST_TRIES) return giveUp(run);
  const heart = setInterval(() => void keep(run), HEARTBEAT_MS);
  try {
    await work(run, (done, total) => renew(run, { done, total }));
  } catch (error) {
    if (error === takenOver) return;
    if (run.tries >= MOST_TRIES) await giveUp(run);
    throw error;
  } finally {
    clearInterval(heart);
    tell(rooms.desk({ _id: run.event }), 'page:stale', 'imports');
  }
}

type Alive = (done: number, total: number) => Promise<void>;

async function work(run: ListedImport, alive: Alive): Promise<void> {
  if (run.state === 'checking') return checkRows(run, alive);
  if (run.state === 'answering') return answerRows(run, alive);
  return run.state === 'writing' ? writeRows(run, alive) : undoRows(run, alive);
}

/** Between two steps, however long one takes: reading a file, comparing thousands of people. */
async function keep(run: ListedImport): Promise<void> {
  const held = GuestImports.updateOne(mine(run), { $set: { 'lease.until': leaseEnd() } });
  // A database that is away for a moment is met by the next step.
  await held.catch(() => undefined);
}

const takenOver = new Error('Another process works on this import now');

async function renew(run: ListedImport, progress: GuestImport['progress']): Promise<void> {
  const held = await GuestImports.updateOne(mine(run), { $set: { progress, 'lease.until': leaseEnd() } });
  if (held.matchedCount === 0) throw takenOver;
  tell(rooms.desk({ _id: run.event }), 'page:stale', 'imports');
}

function mine({ _id, state, lease }: ListedImport) {
  return { _id, state, 'lease.turn': lease.turn };
}

function leaseEnd(): Date {
  return new Date(now().getTime() + LEASE_MS);
}
