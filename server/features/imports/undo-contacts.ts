import { type Contact, Contacts } from '../../../models/contact.ts';
import { type ImportRow, ImportRows } from '../../../models/import-row.ts';
import { former } from './former-facts.ts';
import type { ListedImport } from './import-facts.ts';

const EVERY = 200;

/**
 * Sets contacts back that rows of this import changed, unless somebody has changed them since. A repeat finds their
 * revisions raised and does nothing.
 */
export async function undoContacts(
  { _id }: Pick<ListedImport, '_id'>,
  alive: () => Promise<void>,
): Promise<void> {
  const changed: object = { import: _id, contact: { $ne: null } };
  const rows = await ImportRows.find(changed, { contact: 1, before: 1 }).lean<ImportRow[]>();
  const groups = new Map<string, ImportRow[]>();
  for (const row of rows) {
    if (row.before?.contact)
      groups.set(String(row.contact), [...(groups.get(String(row.contact)) ?? []), row]);
  }
  let seen = 0;
  for (const [id, group] of groups) {
    const before = former<Contact>(group.map((row) => row.before?.contact));
    if (before)
      await Contacts.updateOne({ _id: id, rev: before.rev + 1 }, { $set: before.facts, $inc: { rev: 1 } });
    if ((seen += 1) % EVERY === 0) await alive();
  }
  await alive();
}
