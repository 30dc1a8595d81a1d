import { join } from 'node:path';
import mongoose from 'mongoose';
import { models } from '../../server/models.ts';
import { connectDatabase } from '../../server/platform/database/connect.ts';
import { startEngine } from '../../server/platform/database/engine.ts';
import { migrate } from '../../server/platform/database/migrate.ts';

/** Works on the database of a data folder, as the server does: its own engine, or the one that is running. */
export async function withDataFolder(folder: string, work: () => Promise<void>): Promise<void> {
  const engine = await startEngine(join(folder, 'database'));
  await connectDatabase(engine.uri);
  await migrate(models, []);
  await work();
  await mongoose.disconnect();
  await engine.stop();
}
