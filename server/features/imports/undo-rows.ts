import { Contacts } from '../../../models/contact.ts';
import { type Guest, Guests } from '../../../models/guest.ts';
import { GuestImports } from '../../../models/guest-import.ts';
import { type ImportRow, ImportRows } from '../../../models/import-row.ts';
import type { Access } from '../access/access.ts';
import { record } from '../audit/record.ts';
import { orderAsNow } from '../guests/order-anew.ts';
import { tellGuests } from '../guests/tell-guests.ts';
import { undoneAudit } from './finished-audit.ts';
import { heldGuests } from './held-guests.ts';
import type { ListedImport } from './import-facts.ts';
import { undoneCounts } from './outcome-counts.ts';
import { accessOfImport } from './row-context.ts';
import { markRows } from './mark-rows.ts';
import { undoContacts } from './undo-contacts.ts';
import { restoreGuests } from './undo-guests.ts';
import { unseatRemoved } from './unseat-removed.ts';

const BATCH = 500;

/**
 * Takes an import back: who was added goes, who was updated is as before. To whom something has happened since, or
 * whom somebody has changed since, stays and is named. Begun again after a crash, it goes on.
 */
export async function undoRows(
  run: ListedImport,
  alive: (done: number, total: number) => Promise<void>,
): Promise<void> {
  const access = await accessOfImport(run);
  if (!access) return;
  const total = run.counts.added + run.counts.updated;
  let done = 0;
  const step = async (rows: number): Promise<void> => {
    await alive((done += rows), total);
    tellGuests(access.event);
  };
  // While the rows are not marked yet: they alone know what was before.
  await undoContacts(run, () => step(0));
  await restoreGuests(run, access, step);
  for (;;) {
    const added: object = { import: run._id, outcome: 'added' };
    const rows = await ImportRows.find(added).sort({ sort: -1 }).limit(BATCH).lean<ImportRow[]>();
    if (rows.length === 0) break;
    await removeGuests(access, rows);
    await step(rows.length);
  }
  await close(run, access);
}

async function removeGuests(access: Access, rows: readonly ImportRow[]): Promise<void> {
  const ids = rows.map(({ _id }) => _id);
  const guests = await Guests.find({ event: access.event._id, _id: { $in: ids } }).lean<Guest[]>();
  const held = await heldGuests(access.event._id, guests);
  const free = guests.filter(({ _id }) => !held.has(String(_id))).map(({ _id }) => _id);
  // Whatever happens to one of them in this moment raises the revision, and they stay.
  await Guests.deleteMany({ _id: { $in: free }, rev: 1, invitation: null, answer: null, arrivedAt: null });
  const stayed = await Guests.find({ _id: { $in: free } }, { _id: 1 }).lean();
  const late = new Set(stayed.map(({ _id }) => String(_id)));
  const removed = ids.filter((id) => !held.has(String(id)) && !late.has(String(id)));
  await unseatRemoved(access.event._id, removed);
  await markRows(removed, 'removed');
  for (const id of ids.filter((each) => held.has(String(each)) || late.has(String(each))))
    await markRows([id], 'kept', held.get(String(id)) ?? 'changed');
}

async function close(run: ListedImport, access: Access): Promise<void> {
  const back: object = { import: run._id, outcome: 'restored' };
  const rows = await ImportRows.find(back, { match: 1 }).lean<ImportRow[]>();
  if (run.ranking) {
    const ids = rows.flatMap(({ match }) => (match ? [match.id] : []));
    await orderAsNow({ ...access.event, ...(run.ranking as object) }, ids);
  }
  await forgetNobodysContacts(run);
  const undo = await undoneCounts(run);
  await record([undoneAudit(access, run, undo)]);
  await GuestImports.updateOne({ _id: run._id, state: 'undoing' }, { $set: { state: 'undone', undo } });
  tellGuests(access.event);
}

/** Contacts that were entered for rows whose guests have gone. */
async function forgetNobodysContacts(run: ListedImport): Promise<void> {
  const entered = await ImportRows.distinct('_id', { import: run._id, contactIsNew: true });
  const used = await Guests.distinct('contact', { contact: { $in: entered, $type: 'objectId' } });
  const gone = new Set(used.map(String));
  await Contacts.deleteMany({ _id: { $in: entered.filter((id) => !gone.has(String(id))) }, rev: 1 });
}
