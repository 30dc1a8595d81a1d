import { type Contact, Contacts } from '../../../models/contact.ts';
import { type ImportRow } from '../../../models/import-row.ts';

interface Former {
  rev: number;
  facts: Partial<Contact>;
}

/** Sets contacts back that these rows changed, unless somebody has changed them since. */
export async function undoContacts(rows: readonly ImportRow[]): Promise<void> {
  for (const { before, contact } of rows) {
    const former = before?.contact as Former | null | undefined;
    if (!former || !contact) continue;
    await Contacts.updateOne({ _id: contact, rev: former.rev + 1 }, { $set: former.facts, $inc: { rev: 1 } });
  }
}
