/** A process of its own that keeps an engine, for tests that kill it: prints the address and the engine's pid. */
import { startEngine } from '../../server/platform/database/engine.ts';

async function own(folder: string): Promise<void> {
  const engine = await startEngine(folder);
  process.stdout.write(`${JSON.stringify({ uri: engine.uri, pid: engine.pid() ?? null })}\n`);
  process.once('SIGTERM', () => void engine.stop().then(() => process.exit(0)));
}

void own(process.argv[2] ?? '');
