import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { project, readSources, type Source } from './sources.ts';
import type { DeclaredView } from './template-set.ts';

/** Every view that a file of the server declares with `defineViews`. */
export async function declaredViews(): Promise<DeclaredView[]> {
  const files = readSources(['server'], ['.ts']).filter(({ text }) => /\bdefineViews\(\{?/.test(text));
  const declaring = files.filter(({ path }) => path !== 'server/platform/views/view-set.ts');
  return (await Promise.all(declaring.map(viewsOf))).flat();
}

async function viewsOf(file: Source): Promise<DeclaredView[]> {
  const module: Record<string, unknown> = await import(pathToFileURL(join(project, file.path)).href);
  return Object.values(module).flatMap((exported) =>
    isViewSet(exported) ? Object.entries(exported).map(([name, schema]) => ({ name, schema, file })) : [],
  );
}

/** `{ 'guests/index': schema }`: every name has a folder, every value is a schema. */
function isViewSet(value: unknown): value is Record<string, z.ZodType> {
  if (typeof value !== 'object' || value === null || value instanceof z.ZodType) return false;
  const entries = Object.entries(value);
  return (
    entries.length > 0 && entries.every(([name, schema]) => name.includes('/') && schema instanceof z.ZodType)
  );
}
