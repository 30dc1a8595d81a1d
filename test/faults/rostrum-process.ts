import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';

const run = promisify(execFile);
const node = ['--import', 'tsx'];

/** Runs a script of the project in a process of its own and returns what it wrote. */
export async function runScript(
  script: string,
  given: readonly string[],
  environment: Record<string, string> = {},
): Promise<string> {
  const { stdout } = await run(process.execPath, [...node, script, ...given], {
    env: { ...process.env, ...environment },
    maxBuffer: 50_000_000,
  });
  return stdout;
}

/** A Rostrum as `npm start` runs it, to be killed and started again. Its address changes with every start. */
export interface RostrumProcess {
  /** Null while it is down. */
  url(): string | null;
  kill(what: 'app' | 'engine'): void;
  /** Ends it as the operating system would. */
  stop(): Promise<void>;
  starts(): number;
  /** How it ended where nobody had killed it, with the last errors it wrote down. */
  ownEnds(): string[];
}

export function keepRostrumRunning(folder: string, environment: Record<string, string> = {}): RostrumProcess {
  let url: string | null = null;
  let engine: number | undefined;
  let starts = 0;
  let stopping = false;
  let killed: number | undefined;
  const ownEnds: string[] = [];
  let errors: string[] = [];
  let child: ChildProcess = start();

  function start(): ChildProcess {
    starts += 1;
    const started = spawn(process.execPath, [...node, 'server/main.ts'], {
      env: {
        ...process.env,
        ROSTRUM_DATA: folder,
        PORT: '0',
        LOG_LEVEL: 'info',
        NODE_ENV: 'production',
        ...environment,
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    createInterface({ input: started.stdout }).on('line', hear);
    started.once('exit', (code, signal) => {
      url = null;
      const isOwn = !stopping && started.pid !== killed;
      if (isOwn) ownEnds.push([`code ${code}, signal ${signal}`, ...errors].join('\n'));
      errors = [];
      if (!stopping) child = start();
    });
    return started;
  }

  function hear(line: string): void {
    url = /^Rostrum is ready at (\S+)/.exec(line)?.[1] ?? url;
    if (/"level":(?:50|60|"error"|"fatal")/.test(line)) errors = [...errors, line.slice(0, 2_000)].slice(-5);
    const pid = /"engine":(\d+)/.exec(line)?.[1];
    if (pid) engine = Number(pid);
  }

  return {
    url: () => url,
    starts: () => starts,
    ownEnds: () => ownEnds,
    kill(what) {
      const pid = what === 'app' ? child.pid : engine;
      if (pid === undefined) throw new Error(`There is no ${what} to kill`);
      if (what === 'app') killed = pid;
      process.kill(pid, 'SIGKILL');
    },
    async stop() {
      stopping = true;
      const exited = once(child, 'exit');
      child.kill('SIGTERM');
      await exited;
    },
  };
}
