import { type GuestImport, GuestImports, type ImportState } from '../../../models/guest-import.ts';
import { now } from '../../platform/clock.ts';
import { tell } from '../../platform/live/tell.ts';
import { rooms } from '../access/rooms.ts';
import { checkRows } from './check-rows.ts';
import type { ListedImport } from './import-facts.ts';
import { undoRows } from './undo-rows.ts';
import { writeRows } from './write-rows.ts';

const LEASE_MS = 30_000;
const working: readonly ImportState[] = ['checking', 'writing', 'undoing'];

/** Does what imports wait for, one after the other; also what a crash left half done. */
export async function runImports(): Promise<void> {
  for (let run = await claim(); run; run = await claim()) await carryOut(run);
}

/** Takes an import nobody is working on. Its turn tells whoever was slow that somebody else has taken over. */
async function claim(): Promise<ListedImport | null> {
  return GuestImports.findOneAndUpdate(
    { state: { $in: [...working] }, 'lease.until': { $lt: now() } },
    { $set: { 'lease.until': leaseEnd() }, $inc: { 'lease.turn': 1 } },
    { returnDocument: 'after', sort: { 'lease.until': 1 }, projection: { bytes: 0 } },
  ).lean<ListedImport>();
}

async function carryOut(run: ListedImport): Promise<void> {
  const alive = (done: number, total: number): Promise<void> => renew(run, { done, total });
  try {
    if (run.state === 'checking') await checkRows(run, alive);
    else if (run.state === 'writing') await writeRows(run, alive);
    else await undoRows(run, alive);
  } catch (error) {
    if (error !== takenOver) throw error;
  }
  tell(rooms.desk({ _id: run.event }), 'page:stale', 'imports');
}

const takenOver = new Error('Another process works on this import now');

async function renew(run: ListedImport, progress: GuestImport['progress']): Promise<void> {
  const mine = await GuestImports.updateOne(
    { _id: run._id, state: run.state, 'lease.turn': run.lease.turn },
    { $set: { progress, 'lease.until': leaseEnd() } },
  );
  if (mine.matchedCount === 0) throw takenOver;
  tell(rooms.desk({ _id: run.event }), 'page:stale', 'imports');
}

function leaseEnd(): Date {
  return new Date(now().getTime() + LEASE_MS);
}
