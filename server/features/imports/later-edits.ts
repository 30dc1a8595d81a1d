import { type AuditEntry, AuditEntries } from '../../../models/audit-entry.ts';
import { Contacts } from '../../../models/contact.ts';
import { type ImportRow, ImportRows } from '../../../models/import-row.ts';
import type { ListedImport } from './import-facts.ts';

/** What somebody has done last to each of these guests since the import was written, by the guest's id. */
export async function laterEdits(
  { event, writtenAt }: Pick<ListedImport, 'event' | 'writtenAt'>,
  guests: readonly string[],
): Promise<ReadonlyMap<string, AuditEntry>> {
  if (!writtenAt || guests.length === 0) return new Map();
  const found = await AuditEntries.aggregate<{ _id: string; last: AuditEntry }>([
    {
      $match: {
        event,
        'subject.id': { $in: [...guests] },
        at: { $gt: writtenAt },
        action: { $not: /^audit\.imports\./ },
      },
    },
    { $sort: { at: -1, _id: -1 } },
    { $group: { _id: '$subject.id', last: { $first: '$$ROOT' } } },
  ]);
  return new Map(found.map(({ _id, last }) => [_id, last]));
}

/** How many people the import had entered in the directory who are not there any more. */
export async function leftDirectory({ _id }: Pick<ListedImport, '_id'>): Promise<number> {
  const entered = await ImportRows.distinct('_id', { import: _id, contactIsNew: true });
  return entered.length - (await Contacts.countDocuments({ _id: { $in: entered } }));
}

/** The guest of a row that was written. */
export function guestOf({ _id, plan, match }: Pick<ImportRow, '_id' | 'plan' | 'match'>): string {
  return String(plan === 'update' && match ? match.id : _id);
}
