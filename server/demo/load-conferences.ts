import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Conference } from '../../models/event.ts';
import type { UserActor } from '../features/access/actor.ts';
import { checkImport } from '../features/exchange/check-import.ts';
import { runImport } from '../features/exchange/run-import.ts';
import { holdToday } from './hold-today.ts';

const folder = join(import.meta.dirname, '../fixtures/conferences');

/**
 * Imports the five conferences in the name of the organiser, the way anybody would import an event file. The one that
 * will be live is held today.
 */
export async function loadConferences(actor: UserActor, live: string): Promise<Conference[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.json')).sort();
  const events: Conference[] = [];
  for (const file of files) {
    const checked = await checkImport(await readFile(join(folder, file), 'utf8'), {});
    events.push(await runImport(actor, checked.event.slug === live ? holdToday(checked) : checked));
  }
  return events;
}
