import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mongoose from 'mongoose';
import { models } from '../../server/models.ts';
import { connectDatabase } from '../../server/platform/database/connect.ts';
import { startEngine } from '../../server/platform/database/engine.ts';
import { migrate } from '../../server/platform/database/migrate.ts';

export interface LoopDelay {
  p99: number;
  max: number;
}

export interface Site {
  url: string;
  app: ChildProcess;
  databaseUri: string;
  /** How long the app kept its event loop waiting since the last question, in milliseconds. */
  loopDelay(): Promise<LoopDelay>;
  close(): Promise<void>;
}

const watchLoop = join(import.meta.dirname, '../programs/watch-loop.mjs');

export const SECRET = 'only for measurements, long enough to be accepted';

/**
 * The app as a process of its own, the engine as another, and this process as the load: three parties as in life. The
 * connection of this process to the same database seeds it and runs the raw limits.
 */
export async function openSite(
  seed: () => Promise<void>,
  environment: Readonly<Record<string, string>> = {},
): Promise<Site> {
  const folder = mkdtempSync(join(tmpdir(), 'rostrum-bench-'));
  const engine = await startEngine(join(folder, 'database'));
  await connectDatabase(engine.uri);
  await migrate(models, []);
  await seed();
  const app = spawn(
    process.execPath,
    [...profiling(), '--import', 'tsx', '--import', watchLoop, 'server/main.ts'],
    {
      env: {
        ...process.env,
        MONGODB_URI: engine.uri,
        PORT: '0',
        BASE_URL: '',
        SMTP_URL: '',
        ROSTRUM_DATA: folder,
        SESSION_SECRET: SECRET,
        LOG_LEVEL: 'error',
        // A hundred viewers with one cookie, all on this machine.
        SOCKETS_PER_USER: '1000',
        SOCKETS_PER_ADDRESS: '2000',
        ...environment,
      },
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    },
  );
  const url = await readyLine(app);
  return {
    url,
    app,
    databaseUri: engine.uri,
    loopDelay: async () => {
      const answered = once(app, 'message');
      app.send('loop');
      return ((await answered) as [LoopDelay])[0];
    },
    close: async () => {
      app.kill('SIGTERM');
      await once(app, 'exit');
      await mongoose.disconnect();
      await engine.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** With ROSTRUM_BENCH_PROFILE=FOLDER the app leaves a CPU profile there when it ends. */
function profiling(): string[] {
  const folder = process.env['ROSTRUM_BENCH_PROFILE'];
  return folder ? ['--cpu-prof', `--cpu-prof-dir=${folder}`] : [];
}

export function readyLine(app: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    app.stdout?.on('data', (piece: Buffer) => {
      text += piece.toString();
      const found = /ready at (http\S+)/.exec(text)?.[1];
      if (found) resolve(found);
    });
    app.once('exit', (code) => reject(new Error(`The app ended with ${code} before it was ready`)));
  });
}
