import type { Types } from 'mongoose';
import { type Guest, Guests } from '../../../models/guest.ts';
import { type ImportRow, ImportRows } from '../../../models/import-row.ts';
import { DUPLICATE, refusals } from '../../platform/database/refusals.ts';
import type { Access } from '../access/access.ts';
import { record } from '../audit/record.ts';
import { changeUpdate } from '../guests/change-guest.ts';
import { newGuest } from '../guests/new-guest.ts';
import { type Around, changeByRow, guestOfRow } from './guest-of-row.ts';
import { importAudit } from './import-audit.ts';
import { markRows } from './mark-rows.ts';
import { type ContactsOfRows, writeContacts } from './write-contacts.ts';

/** Puts the people of these rows on the list. A guest has the row's id, so a repeat puts nobody there twice. */
export async function addGuests(access: Access, rows: readonly ImportRow[], around: Around): Promise<void> {
  if (rows.length === 0) return;
  const contacts = await writeContacts(access, rows, around);
  const taken = await listedContacts(
    access,
    [...contacts.values()].map(({ _id }) => _id),
    rows,
  );
  const guests = rows.map((row) => guestFor(access, row, { around, contacts, taken }));
  await insertAll(guests);
  const there = new Set((await idsThere(guests.map(({ _id }) => _id))).map(String));
  await record(
    guests
      .filter(({ _id }) => there.has(String(_id)))
      .map((guest) => importAudit(access, guest, { action: 'audit.imports.guest-added', guest })),
  );
  await markRows(
    guests.filter(({ _id }) => there.has(String(_id))).map(({ _id }) => _id),
    'added',
  );
  const refused = rows.filter(({ _id }) => !there.has(String(_id))).map(({ _id }) => _id);
  await markRows(refused, 'left', 'listed');
}

interface Company {
  around: Around;
  contacts: ContactsOfRows;
  taken: Set<string>;
}

function guestFor(access: Access, row: ImportRow, { around, contacts, taken }: Company): Guest {
  const contact = contacts.get(String(row._id)) ?? null;
  const facts = guestOfRow(row.cells, around, contact);
  const mayLink = contact !== null && !taken.has(String(contact._id));
  if (contact) taken.add(String(contact._id));
  const id = String(row._id);
  return { ...newGuest(access, { facts, contact: mayLink ? contact._id : null, id }), effects: [] };
}

/** Contacts that are on the list already, by guests other than these rows' own. */
async function listedContacts(
  { event }: Access,
  contacts: readonly Types.ObjectId[],
  rows: readonly ImportRow[],
): Promise<Set<string>> {
  const own = rows.map(({ _id }) => _id);
  const listed = await Guests.find(
    { event: event._id, contact: { $in: contacts, $type: 'objectId' }, _id: { $nin: own } },
    { contact: 1 },
  ).lean();
  return new Set(listed.map(({ contact }) => String(contact)));
}

async function insertAll(guests: readonly Guest[]): Promise<void> {
  try {
    await Guests.collection.insertMany(guests, { ordered: false });
  } catch (error) {
    const refused = refusals(error);
    if (!refused || [...refused.values()].some((code) => code !== DUPLICATE)) throw error;
  }
}

async function idsThere(ids: readonly Types.ObjectId[]): Promise<Types.ObjectId[]> {
  const found = await Guests.find({ _id: { $in: [...ids] } }, { _id: 1 }).lean();
  return found.map(({ _id }) => _id);
}

/**
 * Brings guests up to date with their rows. What was there before is kept first; a guest whom somebody else changes
 * in this moment is read again.
 */
export async function updateGuests(
  access: Access,
  rows: readonly ImportRow[],
  around: Around,
): Promise<void> {
  for (const group of oncePerGuest(rows)) {
    const found = await Guests.find({
      event: access.event._id,
      _id: { $in: group.flatMap(({ match }) => (match ? [match.id] : [])) },
    }).lean<Guest[]>();
    const byId = new Map(found.map((guest) => [String(guest._id), guest]));
    for (const row of group)
      await updateGuest(access, row, { guest: byId.get(String(row.match?.id)), around });
  }
}

async function updateGuest(
  access: Access,
  row: ImportRow,
  { guest, around }: { guest: Guest | undefined; around: Around },
): Promise<void> {
  if (!guest) return markRows([row._id], 'left', 'gone');
  // Who was taken off the list comes back when somebody has said so, and not by itself.
  const isOff = guest.state === 'cancelled';
  if (isOff && row.choice !== 'update') return markRows([row._id], 'left', 'cancelled');
  const back: Partial<Guest> = isOff ? { state: 'listed' } : {};
  const facts = { ...changeByRow(guest, row.cells, around), ...back };
  // Written before a crash, or nothing to write.
  if (Object.keys(facts).length === 0)
    return markRows([row._id], row.before?.guest ? 'updated' : 'skipped', 'same');
  const { filter, update } = changeUpdate(access, guest, { facts, action: 'audit.imports.guest-updated' });
  // Also what follows from the facts: a link that is revoked with its address comes back with it.
  const former = Object.fromEntries(
    Object.keys(update.$set).map((field) => [field, guest[field as keyof Guest]]),
  );
  const before = { guest: { rev: guest.rev, facts: former }, contact: null };
  await ImportRows.updateOne({ _id: row._id }, { $set: { before } });
  const written = await Guests.updateOne(filter, update);
  if (written.matchedCount === 1) return markRows([row._id], 'updated');
  const now = await Guests.findById(guest._id).lean<Guest>();
  return updateGuest(access, row, { guest: now ?? undefined, around });
}

/** Rows about the same guest one after the other. */
function oncePerGuest(rows: readonly ImportRow[]): ImportRow[][] {
  const groups: ImportRow[][] = [];
  const seen = new Map<string, number>();
  for (const row of rows) {
    const id = String(row.match?.id);
    const turn = seen.get(id) ?? 0;
    seen.set(id, turn + 1);
    (groups[turn] ??= []).push(row);
  }
  return groups;
}
