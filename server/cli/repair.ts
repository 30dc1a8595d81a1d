import { type Difference, differences, repair as mendAll } from '../repair.ts';
import type { Command } from './command.ts';
import { withDatabase } from './with-database.ts';

export const repair: Command = {
  name: 'repair',
  usage: '[--check]',
  summary: 'Compares everything derived with the facts and mends it; with --check it only reports.',
  takes: 0,
  options: { check: { type: 'boolean' } },
  async run({ options }, { config, out }) {
    const found = await withDatabase(config, options['check'] ? differences : mendAll);
    for (const { line } of found) out(line);
    const open = options['check'] ? found : found.filter(({ mend }) => mend === null);
    out(options['check'] ? counted(found) : `${counted(found)}, ${found.length - open.length} mended`);
    return open.length === 0 ? 0 : 1;
  },
};

function counted({ length }: readonly Difference[]): string {
  return length === 1 ? '1 difference' : `${length} differences`;
}
