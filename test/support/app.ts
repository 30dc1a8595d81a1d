import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Types } from 'mongoose';
import { type Config, readConfig } from '../../server/config.ts';
import { createSignInLink } from '../../server/features/users/create-sign-in-link.ts';
import type { Log } from '../../server/platform/log.ts';
import { type Running, serve } from '../../server/serve.ts';
import { createClient, type TestClient } from './client.ts';

export interface TestApp {
  url: string;
  /** Of the door for incoming mail, when the environment asks for one. */
  lmtpPort: number | null;
  /** The keys of this site, for tests that write what is signed with them. */
  secret: Config['secret'];
  /** A browser of this person, signed in when it first asks for something; null for nobody. */
  as(user: { _id: Types.ObjectId } | null): TestClient;
  /** What was logged as an error since the last look. A test that expects none asks for it. */
  takeErrors(): object[];
  close(): Promise<void>;
}

/** The whole site on a free port, over the database of `useDatabase()`, in Vietnamese unless a test says otherwise. */
export async function startTestApp(environment: Record<string, string> = {}): Promise<TestApp> {
  const folder = mkdtempSync(join(tmpdir(), 'rostrum-app-'));
  const config = readConfig({
    NODE_ENV: 'test',
    PORT: '0',
    ROSTRUM_DATA: folder,
    SESSION_SECRET: 'only for tests, long enough to be accepted',
    ...environment,
  });
  const errors: object[] = [];
  const running: Running = await serve(config, logInto(errors));
  return {
    url: running.url,
    lmtpPort: running.lmtpPort,
    secret: (purpose) => config.secret(purpose),
    as: (user) => createClient(running.url, user ? () => createSignInLink(user, { reusable: true }) : null),
    takeErrors: () => errors.splice(0),
    close: async () => {
      await running.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function logInto(errors: object[]): Log {
  const ignore = (): void => undefined;
  const keep = (what: object | string): number =>
    errors.push(typeof what === 'string' ? { message: what } : what);
  return { debug: ignore, info: ignore, warn: ignore, error: keep };
}
