import { readFile, stat } from 'node:fs/promises';
import { limits } from '../../contract/limits.ts';
import { checkImport } from '../features/exchange/check-import.ts';
import { runImport } from '../features/exchange/run-import.ts';
import { type Command, CommandError, textOption } from './command.ts';
import { carryOutEffects, withDatabase } from './with-database.ts';

export const importEvent: Command = {
  name: 'import-event',
  usage: 'FILE [--slug ADDRESS]',
  summary: 'Checks an event file (docs/exchange-format.md) as a whole, then imports it.',
  takes: 1,
  options: { slug: { type: 'string' } },
  async run(given, { config, out }) {
    const text = await readText(given.positionals[0] ?? '');
    const slug = textOption(given, 'slug');
    return withDatabase(config, async () => {
      const file = await checkImport(text, { slug });
      const event = await runImport({ kind: 'system', id: 'system', name: 'Rostrum' }, file);
      await carryOutEffects();
      out(`Imported ${event.slug}: ${file.guests.length} guests, ${file.agenda.length} agenda items.`);
      return 0;
    });
  },
};

async function readText(path: string): Promise<string> {
  try {
    const { size } = await stat(path);
    if (size > limits.eventFile)
      throw new CommandError(`${path} is larger than ${limits.eventFile / 1e6} MB.`);
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof CommandError) throw error;
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
    throw new CommandError(`${path} cannot be read (${code}).`);
  }
}
