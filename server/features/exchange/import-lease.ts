import type { Types } from 'mongoose';
import { type ImportRun, ImportRuns } from '../../../models/import-run.ts';
import { now } from '../../platform/clock.ts';
import { isDuplicateKey } from '../../platform/database/duplicate-key.ts';
import { Refused } from '../../platform/errors.ts';

const LEASE_MS = 60_000;

/** False when an import with this id has begun already. */
export async function beginRun(run: Pick<ImportRun, '_id' | 'by'>): Promise<boolean> {
  try {
    await ImportRuns.create({ ...run, state: 'writing', aliveUntil: leaseEnd() });
    return true;
  } catch (error) {
    if (isDuplicateKey(error)) return false;
    throw error;
  }
}

/** Whether the event with this id is being written, by an import that is alive. */
export async function isImporting(run: Types.ObjectId): Promise<boolean> {
  const found = await ImportRuns.exists({
    _id: run,
    state: { $in: ['writing', 'appearing'] },
    aliveUntil: { $gt: now() },
  });
  return found !== null;
}

/** Notes what is about to be made in the directory, before it is made. */
export async function noteDirectory(
  run: Types.ObjectId,
  made: Pick<ImportRun, 'organisations' | 'contacts'>,
): Promise<void> {
  await goOn(run, 'writing', made);
}

/** Says that the import is alive. Refuses when it has been given up meanwhile. */
export async function renew(run: Types.ObjectId): Promise<void> {
  await goOn(run, 'writing', {});
}

/** The last moment at which it can be given up: from here on the event may exist. */
export async function beginAppearing(run: Types.ObjectId): Promise<void> {
  await goOn(run, 'writing', { state: 'appearing' });
}

export async function endRun(run: Types.ObjectId): Promise<boolean> {
  const done = await ImportRuns.findOneAndUpdate(
    { _id: run, state: 'appearing' },
    { $set: { state: 'done' } },
  ).lean();
  return done !== null;
}

async function goOn(
  run: Types.ObjectId,
  state: ImportRun['state'],
  change: Partial<ImportRun>,
): Promise<void> {
  const alive = await ImportRuns.findOneAndUpdate(
    { _id: run, state },
    { $set: { ...change, aliveUntil: leaseEnd() } },
  ).lean();
  if (!alive) throw new Refused('exchange.broken-off');
}

function leaseEnd(): Date {
  return new Date(now().getTime() + LEASE_MS);
}
