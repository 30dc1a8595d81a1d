import { readdir, stat, unlink } from 'node:fs/promises';
import path from 'node:path';
import { places } from './places.ts';

const anHour = 60 * 60 * 1000;

/** Deletes files of earlier builds, but not those a page that is still open may ask for. */
export async function removeLeftovers(current: readonly string[]): Promise<void> {
  const wanted = new Set([...current.map((file) => path.basename(file)), path.basename(places.manifest)]);
  for (const file of await readdir(places.build)) {
    if (!wanted.has(file)) await removeIfOld(path.join(places.build, file));
  }
}

async function removeIfOld(file: string): Promise<void> {
  // Two builds may tidy at the same time; a file that is already gone is what both wanted.
  const found = await stat(file).catch(() => undefined);
  if (found && Date.now() - found.mtimeMs > anHour) await unlink(file).catch(() => undefined);
}
