import { join } from 'node:path';
import mongoose from 'mongoose';
import type { Config } from '../config.ts';
import { carriers } from '../effects.ts';
import { models, modelsWithEffects } from '../models.ts';
import { connectDatabase } from '../platform/database/connect.ts';
import { createEffects } from '../platform/database/effects.ts';
import { startEngine } from '../platform/database/engine.ts';
import { migrate } from '../platform/database/migrate.ts';

/**
 * Works on the database of this installation: that of MONGODB_URI, or the engine of a Rostrum that is running on
 * the data folder, or one of our own for the moment.
 */
export async function withDatabase<T>(config: Config, work: () => Promise<T>): Promise<T> {
  const engine = config.mongodbUri ? null : await startEngine(join(config.dataFolder, 'database'));
  try {
    await connectDatabase(engine?.uri ?? config.mongodbUri ?? '');
    await migrate(models, []);
    return await work();
  } finally {
    await mongoose.disconnect();
    await engine?.stop();
  }
}

/** What follows from a command is done before it ends, whether or not a server is running. */
export async function carryOutEffects(): Promise<void> {
  await createEffects({ models: modelsWithEffects, carriers }).drain();
}
