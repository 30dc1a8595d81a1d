import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { alternate, type Row, row } from './support/measure.ts';
import { readyLine } from './support/site.ts';

/** From the command to the ready line, and memory at rest, against a bare server on the same engine. */
export async function startUp(): Promise<Row[]> {
  const memory = { app: [] as number[], limit: [] as number[] };
  const time = await alternate(3, {
    limit: () => begin('bench/programs/bare-server.ts', memory.limit),
    app: () => begin('server/main.ts', memory.app),
  });
  return [
    row('start to ready line', { ...time, unit: 'ms' }, { kind: 'at-most', value: 3 }),
    row('memory at rest, without the engine', { ...memory, unit: 'MB' }, { kind: 'at-most', value: 2 }),
  ];
}

async function begin(program: string, memory: number[]): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'rostrum-bench-'));
  const started = performance.now();
  const app = spawn(process.execPath, ['--import', 'tsx', program], {
    env: { ...process.env, PORT: '0', ROSTRUM_DATA: folder, LOG_LEVEL: 'error' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await readyLine(app);
  const took = performance.now() - started;
  await new Promise((resolve) => setTimeout(resolve, 1500));
  memory.push(residentMegabytes(app.pid));
  app.kill('SIGTERM');
  await once(app, 'exit');
  rmSync(folder, { recursive: true, force: true });
  return took;
}

function residentMegabytes(pid: number | undefined): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
}
