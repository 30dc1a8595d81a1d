import type { ImportField } from '../../../contract/import-fields.ts';
import { GuestImports } from '../../../models/guest-import.ts';
import { Refused } from '../../platform/errors.ts';
import type { Access } from '../access/access.ts';
import { rememberColumns } from './column-memory.ts';
import { importIn } from './import-facts.ts';

const names: readonly ImportField[] = ['name', 'given', 'latin', 'russian'];

/** Says what each column holds, remembers it for this host, and has all rows checked. */
export async function chooseColumns(
  access: Access,
  id: string,
  fields: readonly (ImportField | '')[],
): Promise<void> {
  const draft = await importIn(access, id, ['columns', 'checked']);
  const chosen = fields.filter((field) => field !== '');
  if (!chosen.some((field) => names.includes(field))) throw new Refused('imports.columns.no-name');
  if (new Set(chosen).size < chosen.length) throw new Refused('imports.columns.twice');
  const columns = draft.layout.columns.map(({ title }, index) => ({ title, field: fields[index] ?? '' }));
  await rememberColumns(access.event, columns);
  await GuestImports.updateOne(
    { _id: draft._id, state: { $in: ['columns', 'checked'] } },
    {
      $set: {
        state: 'checking',
        'layout.columns': columns,
        progress: { done: 0, total: 0 },
        trouble: null,
        tries: 0,
        'lease.until': new Date(0),
      },
    },
  );
}
