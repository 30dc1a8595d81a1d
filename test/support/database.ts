import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mongoose from 'mongoose';
import { connectDatabase } from '../../server/platform/database/connect.ts';
import { type Engine, startEngine } from '../../server/platform/database/engine.ts';
import { createIndexes, type IndexedModel } from '../../server/platform/database/indexes.ts';

interface Shared {
  engine: Engine;
  folder: string;
}

let opening: Promise<Shared> | undefined;
const indexed = new Set<IndexedModel>();

/**
 * Gives a suite the real engine, an empty database and the indexes of the models (all that are loaded, unless
 * some are named). One engine serves the whole run of mocha; what a suite leaves behind is removed before the next.
 */
export function useDatabase(models?: readonly IndexedModel[]): void {
  before('open an empty database', async () => {
    opening ??= openShared();
    await opening;
    await emptyDatabase();
    await indexOnce(models ?? Object.values(mongoose.models));
  });
}

/** For a test that must not see what the one before it wrote. */
export async function emptyDatabase(): Promise<void> {
  const database = mongoose.connection.db;
  if (!database) throw new Error('No database: call useDatabase() in the suite first');
  const names = await database.listCollections({}, { nameOnly: true }).toArray();
  await Promise.all(names.map(({ name }) => database.collection(name).deleteMany({})));
}

/** The engine behind the suite, for tests that mistreat it. */
export async function sharedEngine(): Promise<Engine> {
  if (!opening) throw new Error('No engine: call useDatabase() in the suite first');
  return (await opening).engine;
}

async function openShared(): Promise<Shared> {
  const folder = await mkdtemp(join(tmpdir(), 'rostrum-test-'));
  const engine = await startEngine(folder);
  await connectDatabase(engine.uri);
  return { engine, folder };
}

async function indexOnce(models: readonly IndexedModel[]): Promise<void> {
  const fresh = models.filter((model) => !indexed.has(model));
  await createIndexes(fresh);
  for (const model of fresh) indexed.add(model);
}

after('close the shared database', async () => {
  if (!opening) return;
  const { engine, folder } = await opening;
  await mongoose.disconnect();
  await engine.stop();
  await rm(folder, { recursive: true, force: true });
});
