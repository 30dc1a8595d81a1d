import { readFile, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { buildAssets } from './build-assets.ts';
import type { Manifest } from './build-assets.ts';
import { places } from './places.ts';

/** Builds only when the build is missing or older than what it is made from. */
export async function ensureAssets(): Promise<Manifest> {
  if (await isStale()) return buildAssets({ minify: true });
  return readManifest();
}

/** What the last build wrote. */
export async function readManifest(): Promise<Manifest> {
  const entries: unknown = JSON.parse(await readFile(places.manifest, 'utf8'));
  if (!isManifest(entries)) throw new TypeError(`${places.manifest} is not a list of assets`);
  return entries;
}

function isManifest(entries: unknown): entries is Manifest {
  return (
    typeof entries === 'object' &&
    entries !== null &&
    Object.values(entries).every((address) => typeof address === 'string')
  );
}

async function isStale(): Promise<boolean> {
  const built = await changedAt(places.manifest);
  const own = path.join(places.project, 'scripts/assets');
  const folders = [
    places.source,
    places.workers,
    places.locales,
    places.css,
    places.images,
    places.contract,
    own,
  ];
  const newest = await Promise.all(folders.map(newestIn));
  return Math.max(...newest, await changedAt(places.packages)) > built;
}

async function newestIn(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true });
  const times = await Promise.all(
    [folder, ...entries.map((entry) => path.join(folder, entry))].map(changedAt),
  );
  return Math.max(...times);
}

async function changedAt(file: string): Promise<number> {
  const found = await stat(file).catch(() => undefined);
  return found?.mtimeMs ?? 0;
}
