import { fork, type ChildProcess } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { MongoClient } from 'mongodb';
import type { Log } from '../log.ts';
import { addressOf, type Address, type EngineMessage, reach } from './engine-address.ts';

const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 2_000;
const CALM_AFTER_MS = 30_000;
const OPENING_PATIENCE_MS = 30_000;
const CLOSING_PATIENCE_MS = 10_000;
const OWNER_GOES_FIRST_MS = 500;

export interface Engine {
  /** Stays the same for as long as the folder stays where it is, over every restart of the engine. */
  uri: string;
  /** The process of the engine, where this process owns it. */
  pid(): number | undefined;
  stop(): Promise<void>;
}

interface Keeper {
  folder: string;
  address: Address;
  log: Log | undefined;
  stopping: AbortController;
  child: ChildProcess | undefined;
  pauseMs: number;
  /** Set until the folder has been served once. */
  opening: { resolve(): void; reject(error: Error): void; until: number } | undefined;
}

/**
 * Serves a folder by the embedded engine and sees to it that it stays served: by a child of this process, or by
 * that of another process which was there first and whose place this one takes when it is gone.
 */
export async function startEngine(folder: string, { log }: { log?: Log } = {}): Promise<Engine> {
  const home = resolve(folder);
  await mkdir(home, { recursive: true, mode: 0o700 });
  const keeper: Keeper = {
    folder: home,
    address: await addressOf(home),
    log,
    stopping: new AbortController(),
    child: undefined,
    pauseMs: FIRST_PAUSE_MS,
    opening: undefined,
  };
  const opened = new Promise<void>((resolve, reject) => {
    keeper.opening = { resolve, reject, until: Date.now() + OPENING_PATIENCE_MS };
  });
  const kept = keepServed(keeper);
  const stop = async (): Promise<void> => {
    keeper.stopping.abort();
    await kept;
    await keeper.address.forget();
  };
  await opened.catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  return { uri: keeper.address.uri, pid: () => keeper.child?.pid, stop };
}

async function keepServed(keeper: Keeper): Promise<void> {
  while (!keeper.stopping.signal.aborted) {
    const since = Date.now();
    await serveOnce(keeper);
    if (Date.now() - since > CALM_AFTER_MS) keeper.pauseMs = FIRST_PAUSE_MS;
    await restOrStop(keeper, keeper.pauseMs);
    // While the folder is still held by somebody who is leaving, asking again costs little.
    keeper.pauseMs = keeper.opening ? FIRST_PAUSE_MS * 2 : Math.min(keeper.pauseMs * 2, LONGEST_PAUSE_MS);
  }
}

/** Ends when the engine, ours or another's, is gone. */
async function serveOnce(keeper: Keeper): Promise<void> {
  const neighbour = await reach(keeper.address.path);
  if (!neighbour) return runChild(keeper);
  keeper.log?.info('database engine of another process found');
  settleOpening(keeper);
  const { signal } = keeper.stopping;
  const leave = (): void => void neighbour.destroy();
  signal.addEventListener('abort', leave, { once: true });
  if (signal.aborted) leave();
  await new Promise((resolve) => neighbour.on('error', resolve).once('close', resolve).resume());
  signal.removeEventListener('abort', leave);
  await restOrStop(keeper, OWNER_GOES_FIRST_MS);
}

async function runChild(keeper: Keeper): Promise<void> {
  const child = fork(new URL('engine-process.ts', import.meta.url), [keeper.folder], {
    execArgv: process.execArgv.filter((argument) => !/^--(inspect|watch)/.test(argument)),
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  const exited = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(signal ?? `exit code ${code}`));
  });
  const lastWords = tailOf(child.stderr);
  let heard: EngineMessage | undefined;
  child.on('message', (message: EngineMessage) => {
    heard = message;
    void hear(keeper, child, message);
  });
  const close = (): void => void closeChild(child, exited);
  keeper.stopping.signal.addEventListener('abort', close, { once: true });
  if (keeper.stopping.signal.aborted) close();
  const how = await exited;
  keeper.stopping.signal.removeEventListener('abort', close);
  if (!heard) failOpening(keeper, `The embedded database ended while it opened (${how}) ${lastWords()}`);
  if (keeper.child !== child) return;
  keeper.child = undefined;
  if (!keeper.stopping.signal.aborted)
    keeper.log?.error({ how, lastWords: lastWords() }, 'database engine died');
}

function tailOf(stream: Readable | null): () => string {
  let tail = '';
  stream?.setEncoding('utf8').on('data', (chunk: string) => {
    tail = (tail + chunk).slice(-2_000);
  });
  return () => tail.trim();
}

async function closeChild(child: ChildProcess, exited: Promise<string>): Promise<void> {
  child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), CLOSING_PATIENCE_MS);
  await exited;
  clearTimeout(late);
}

async function hear(keeper: Keeper, child: ChildProcess, message: EngineMessage): Promise<void> {
  if (message.kind === 'ready') {
    keeper.child = child;
    await tune(keeper);
    keeper.log?.info({ engine: child.pid }, 'database engine ready');
    settleOpening(keeper);
    return;
  }
  keeper.log?.warn(
    { reason: message.reason, message: message.message },
    'database engine could not open its folder',
  );
  const mayPass = message.reason === 'busy' && keeper.opening && keeper.opening.until > Date.now();
  if (!mayPass) failOpening(keeper, message.message);
}

/**
 * The engine's own way of ranking plans gives up (code 224) on a blocking sort with two usable indexes. The
 * setting lives in memory, so it is repeated after every start; another MongoDB is not touched.
 */
async function tune(keeper: Keeper): Promise<void> {
  const client = new MongoClient(keeper.address.uri, { serverSelectionTimeoutMS: 3_000, maxPoolSize: 1 });
  try {
    await client.db('admin').command({ setParameter: 1, internalQueryPlanRanker: 'multiPlanning' });
  } catch (error) {
    keeper.log?.warn({ err: error }, 'database engine not tuned');
  } finally {
    await client.close();
  }
}

function settleOpening(keeper: Keeper): void {
  keeper.opening?.resolve();
  keeper.opening = undefined;
}

function failOpening(keeper: Keeper, message: string): void {
  keeper.opening?.reject(new Error(message));
  keeper.opening = undefined;
}

async function restOrStop({ stopping }: Keeper, milliseconds: number): Promise<void> {
  await pause(milliseconds, undefined, { signal: stopping.signal }).catch(() => undefined);
}
