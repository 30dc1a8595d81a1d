import type { Types } from 'mongoose';
import { Contacts } from '../../../models/contact.ts';
import { type Guest, Guests } from '../../../models/guest.ts';
import { GuestImports } from '../../../models/guest-import.ts';
import { type ImportRow, ImportRows, type RowOutcome } from '../../../models/import-row.ts';
import { settle } from '../../platform/database/effects.ts';
import type { Access } from '../access/access.ts';
import { audit } from '../audit/audit.ts';
import { record } from '../audit/record.ts';
import { displayName } from '../directory/person-name.ts';
import { orderAsNow } from '../guests/order-anew.ts';
import { tellGuests } from '../guests/tell-guests.ts';
import { undoneAudit } from './finished-audit.ts';
import { heldGuests } from './held-guests.ts';
import type { ListedImport } from './import-facts.ts';
import { undoneCounts } from './outcome-counts.ts';
import { accessOfImport } from './row-context.ts';
import { undoContacts } from './undo-contacts.ts';
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
  for (const outcome of ['updated', 'added'] as const) {
    for (;;) {
      const filter: object = { import: run._id, outcome };
      const rows = await ImportRows.find(filter).sort({ sort: -1 }).limit(BATCH).lean<ImportRow[]>();
      if (rows.length === 0) break;
      if (outcome === 'added') await removeGuests(access, rows);
      else for (const row of rows) await restoreGuest(access, row);
      await undoContacts(rows);
      await alive((done += rows.length), total);
      tellGuests(access.event);
    }
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
  await mark(removed, 'removed');
  for (const id of ids.filter((each) => held.has(String(each)) || late.has(String(each))))
    await mark([id], 'kept', held.get(String(id)) ?? 'changed');
}

interface Former {
  rev: number;
  facts: Partial<Guest>;
}

/** Sets the former facts back, if nobody has touched the guest since the import did. */
async function restoreGuest(access: Access, row: ImportRow): Promise<void> {
  const former = row.before?.guest as Former | null | undefined;
  const id = row.match?.id;
  if (!former || !id) return mark([row._id], 'kept', 'changed');
  const restored = await Guests.updateOne(
    { _id: id, event: access.event._id, rev: former.rev + 1 },
    {
      $set: former.facts,
      $inc: { rev: 1 },
      $push: { effects: restoredAudit(access, { _id: id, name: former.facts.name, row }) },
    },
  );
  if (restored.matchedCount === 1) {
    settle(Guests, id);
    return mark([row._id], 'restored');
  }
  const isBack = await Guests.exists({ _id: id, rev: former.rev + 2, ...identity(former) });
  return isBack ? mark([row._id], 'restored') : mark([row._id], 'kept', 'changed');
}

/** Enough of the former facts to see after a crash that they are back. */
function identity({ facts }: Former): object {
  const { order, sortKey } = facts;
  return { order, sortKey };
}

function restoredAudit(
  access: Access,
  { _id, name, row }: { _id: Types.ObjectId; name: Guest['name'] | undefined; row: ImportRow },
) {
  return audit(access.actor, {
    action: 'audit.imports.guest-restored',
    event: access.event._id,
    subject: { kind: 'guest', id: String(_id) },
    params: { name: name ? displayName(name, 'vi') : (row.match?.there.name ?? '') },
  });
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

async function mark(ids: readonly Types.ObjectId[], outcome: RowOutcome, reason = ''): Promise<void> {
  if (ids.length === 0) return;
  await ImportRows.updateMany({ _id: { $in: [...ids] } }, { $set: { outcome, reason } });
}
