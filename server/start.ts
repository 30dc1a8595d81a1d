import { join } from 'node:path';
import closeWithGrace from 'close-with-grace';
import mongoose from 'mongoose';
import { type Config, ConfigError } from './config.ts';
import { welcomeFirstUser } from './features/users/first-run.ts';
import { passwordProblem } from './features/users/password-rules.ts';
import { models } from './models.ts';
import { paths } from './paths.ts';
import { connectDatabase } from './platform/database/connect.ts';
import { startEngine } from './platform/database/engine.ts';
import { migrate } from './platform/database/migrate.ts';
import { startSweeper } from './platform/database/sweeper.ts';
import { translate } from './platform/i18n/translate.ts';
import { createLog, type Log } from './platform/log.ts';
import { perishables } from './models.ts';
import { type Running, serve } from './serve.ts';

export type { Running } from './serve.ts';

export interface StartOptions {
  log?: Log;
  /** Where the lines for the person at the terminal go; nowhere when absent. */
  say?: (line: string) => void;
  /** False where the first account comes from somewhere else. */
  welcome?: boolean;
}

const CLOSE_MS = 15_000;

/** Starts everything in its order; `close` ends it in the reverse. SIGTERM and SIGINT close it by themselves. */
export async function start(config: Config, options: StartOptions = {}): Promise<Running> {
  demandGoodPassword(config);
  const log = options.log ?? createLog({ level: config.logLevel });
  const database = await openDatabase(config, log);
  const sweeper = startSweeper(perishables, log);
  const running = await serve(config, log).catch(async (error: unknown) => {
    await database.close();
    throw error;
  });
  let closing: Promise<void> | undefined;
  const close = (): Promise<void> =>
    (closing ??= closeAll([running, { close: () => sweeper.stop() }, database]));
  const grace = closeWithGrace({ delay: CLOSE_MS, logger: false }, async ({ err, signal }) => {
    if (err) log.error({ err }, 'stopping after an error');
    else log.info({ signal }, 'stopping');
    await close();
  });

  const token = options.welcome === false ? null : await welcomeFirstUser(config);
  log.info({ url: running.url }, 'ready');
  options.say?.(`Rostrum is ready at ${running.url}`);
  if (token) options.say?.(`Create the first administrator: ${running.url}${paths.firstRun(token)}`);
  return { ...running, close: () => close().finally(grace.uninstall) };
}

/** Said before anything is opened, not after. */
function demandGoodPassword({ administrator }: Config): void {
  if (!administrator) return;
  const { email, password } = administrator;
  const problem = passwordProblem(password, { name: email, email });
  if (problem) throw new ConfigError(`ROSTRUM_ADMIN_PASSWORD is refused: ${translate('en', problem)}`);
}

async function openDatabase(config: Config, log: Log): Promise<{ close(): Promise<void> }> {
  const engine = config.mongodbUri ? null : await startEngine(join(config.dataFolder, 'database'), { log });
  const close = async (): Promise<void> => {
    await mongoose.disconnect();
    await engine?.stop();
  };
  try {
    await connectDatabase(engine?.uri ?? config.mongodbUri ?? '', { log });
    await migrate(models, [], { log });
  } catch (error) {
    await close();
    throw error;
  }
  return { close };
}

async function closeAll(parts: readonly { close(): Promise<void> }[]): Promise<void> {
  for (const part of parts) await part.close();
}
