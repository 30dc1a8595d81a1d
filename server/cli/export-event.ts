import { writeFile } from 'node:fs/promises';
import { type Conference, Events } from '../../models/event.ts';
import { systemAccess } from '../features/access/access.ts';
import { exportEvent as exportOne } from '../features/exchange/export-event.ts';
import { writeEventFile } from '../features/exchange/write-event-file.ts';
import { type Command, CommandError, textOption } from './command.ts';
import { withDatabase } from './with-database.ts';

export const exportEvent: Command = {
  name: 'export-event',
  usage: 'SLUG [--out FILE]',
  summary: 'Writes an event as a file, to the terminal unless --out names one.',
  takes: 1,
  options: { out: { type: 'string' } },
  async run(given, { config, out }) {
    const slug = given.positionals[0] ?? '';
    const text = await withDatabase(config, () => textOf(slug));
    const path = textOption(given, 'out');
    if (path === undefined) out(text.trimEnd());
    else await write(path, text);
    return 0;
  },
};

async function textOf(slug: string): Promise<string> {
  const event = await Events.findOne({ slug }).lean<Conference>();
  if (!event) throw new CommandError(`There is no event "${slug}".`);
  return writeEventFile(await exportOne(systemAccess(event)));
}

async function write(path: string, text: string): Promise<void> {
  try {
    await writeFile(path, text);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
    throw new CommandError(`${path} cannot be written (${code}).`);
  }
}
