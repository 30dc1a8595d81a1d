import mongoose from 'mongoose';
import type { Log } from '../log.ts';
import { createIndexes, type IndexedModel } from './indexes.ts';

/** A change of what is stored. Running it twice must do no harm: a crash can come before it is recorded. */
export interface Migration {
  /** Numbered, for example `0001-fold-names`; the order is that of the names. */
  id: string;
  run(): Promise<void>;
}

interface MigrationRecord {
  _id: string;
  at: Date;
}

/** Brings the database to what the models expect: first the data, then the indexes that rely on it. */
export async function migrate(
  models: readonly IndexedModel[],
  migrations: readonly Migration[],
  { log }: { log?: Log } = {},
): Promise<void> {
  const records = mongoose.connection.collection<MigrationRecord>('migrations');
  const done = new Set((await records.find().toArray()).map(({ _id }) => _id));
  const waiting = migrations.filter(({ id }) => !done.has(id));
  for (const migration of waiting.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    log?.info({ migration: migration.id }, 'migrating');
    await migration.run();
    await records.updateOne({ _id: migration.id }, { $setOnInsert: { at: new Date() } }, { upsert: true });
  }
  await createIndexes(models);
}
