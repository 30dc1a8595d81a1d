import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What the child says to its parent. */
export type EngineMessage =
  { kind: 'ready' } | { kind: 'failed'; reason: 'busy' | 'unsupported' | 'other'; message: string };

/** A link in the data folder to the socket of the engine that serves the folder at present. */
export const SOCKET_NAME = 'engine.sock';

const LONGEST_SOCKET_PATH = 103;

export interface Address {
  path: string;
  uri: string;
  /** Removes what was made for this process alone. */
  forget(): Promise<void>;
}

/** Where a folder's engine is reached. A path too long for a Unix socket gets a short alias of this process. */
export async function addressOf(folder: string): Promise<Address> {
  const path = join(folder, SOCKET_NAME);
  if (Buffer.byteLength(path) <= LONGEST_SOCKET_PATH) return address(path, async () => undefined);
  const aliases = await mkdtemp(join(tmpdir(), 'rostrum-'));
  const alias = join(aliases, SOCKET_NAME);
  await symlink(path, alias);
  return address(alias, () => rm(aliases, { recursive: true, force: true }));
}

function address(path: string, forget: () => Promise<void>): Address {
  return { path, forget, uri: `mongodb://${encodeURIComponent(path)}/rostrum?directConnection=true` };
}

/** An open connection to the engine, or undefined where none answers. */
export function reach(path: string): Promise<Socket | undefined> {
  return new Promise((resolve) => {
    const socket = connect(path);
    socket.once('connect', () => resolve(socket));
    socket.once('error', () => resolve(undefined));
  });
}
