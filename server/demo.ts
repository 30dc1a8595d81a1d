import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigError, readConfig } from './config.ts';
import { startDemo } from './demo/start-demo.ts';

/** `npm run demo`: Rostrum on a throw-away database, with five conferences of which one is live. */
const USUAL_PORT = 8080;
const folder = mkdtempSync(join(tmpdir(), 'rostrum-demo-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

try {
  const config = readConfig({
    LOG_LEVEL: 'warn',
    ...process.env,
    PORT: process.env['PORT'] ?? String(await freePort(USUAL_PORT)),
    ROSTRUM_DATA: folder,
    MONGODB_URI: '',
    SMTP_URL: '',
    ROSTRUM_ADMIN_EMAIL: '',
    ROSTRUM_ADMIN_PASSWORD: '',
  });
  await startDemo(config, (line) => process.stdout.write(`${line}\n`));
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}

/** The usual port, or any other when somebody else has it. */
function freePort(wanted: number): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(0));
    probe.listen(wanted, '127.0.0.1', () => probe.close(() => resolve(wanted)));
  });
}
