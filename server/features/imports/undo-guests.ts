import type { Types } from 'mongoose';
import { type Guest, Guests } from '../../../models/guest.ts';
import { type ImportRow, ImportRows } from '../../../models/import-row.ts';
import { settle } from '../../platform/database/effects.ts';
import type { Access } from '../access/access.ts';
import { audit } from '../audit/audit.ts';
import { displayName } from '../directory/person-name.ts';
import { former, type FormerFacts } from './former-facts.ts';
import type { ListedImport } from './import-facts.ts';
import { markRows } from './mark-rows.ts';

const BATCH = 200;

/** Sets the guests back whom rows of this import updated, each of them once however many rows there were. */
export async function restoreGuests(
  run: ListedImport,
  access: Access,
  step: (rows: number) => Promise<void>,
): Promise<void> {
  const waiting = await rowsByGuest(run);
  for (let from = 0; from < waiting.length; from += BATCH) {
    const groups = waiting.slice(from, from + BATCH);
    const rows = await ImportRows.find({ _id: { $in: groups.flat() } }).lean<ImportRow[]>();
    const byId = new Map(rows.map((row) => [String(row._id), row]));
    for (const ids of groups)
      await restoreGuest(
        access,
        ids.flatMap((id) => byId.get(String(id)) ?? []),
      );
    await step(rows.length);
  }
}

/** The rows of each guest who is not done yet; those that are already marked belong to the same past. */
async function rowsByGuest({ _id }: Pick<ListedImport, '_id'>): Promise<Types.ObjectId[][]> {
  const updated: object = { import: _id, plan: 'update', outcome: { $in: ['updated', 'restored', 'kept'] } };
  const rows = await ImportRows.find(updated, { 'match.id': 1, outcome: 1 })
    .sort({ sort: 1 })
    .lean<ImportRow[]>();
  const groups = new Map<string, ImportRow[]>();
  for (const row of rows) {
    const guest = String(row.match?.id);
    groups.set(guest, [...(groups.get(guest) ?? []), row]);
  }
  return [...groups.values()]
    .filter((group) => group.some(({ outcome }) => outcome === 'updated'))
    .map((group) => group.map((row) => row._id));
}

/** One write sets back what was there before the first of these rows, if nobody has touched the guest since the last. */
async function restoreGuest(access: Access, rows: readonly ImportRow[]): Promise<void> {
  const ids = rows.map(({ _id }) => _id);
  const before = former<Guest>(rows.map((row) => row.before?.guest));
  const id = rows[0]?.match?.id;
  if (!before || !id) return markRows(ids, 'kept', 'changed');
  const there = rows[0]?.match?.there.name ?? '';
  const restored = await Guests.updateOne(
    { _id: id, event: access.event._id, rev: before.rev + 1 },
    {
      $set: before.facts,
      $inc: { rev: 1 },
      $push: { effects: restoredAudit(access, id, nameIn(before, there)) },
    },
  );
  if (restored.matchedCount === 1) settle(Guests, id);
  const isBack = restored.matchedCount === 1 || (await wasRestored(id, before));
  return isBack ? markRows(ids, 'restored') : markRows(ids, 'kept', 'changed');
}

/** After a crash between the two: enough of the former facts to see that they are back. */
async function wasRestored(id: Types.ObjectId, { rev, facts }: FormerFacts<Guest>): Promise<boolean> {
  const { order, sortKey } = facts;
  const back: object = { _id: id, rev: rev + 2, order, sortKey };
  return (await Guests.exists(back)) !== null;
}

function nameIn({ facts: { name } }: FormerFacts<Guest>, there: string): string {
  return name ? displayName(name, 'vi') : there;
}

function restoredAudit(access: Access, id: Types.ObjectId, name: string) {
  return audit(access.actor, {
    action: 'audit.imports.guest-restored',
    event: access.event._id,
    subject: { kind: 'guest', id: String(id) },
    params: { name },
  });
}
