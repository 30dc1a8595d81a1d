import { type Contact, Contacts } from '../../../models/contact.ts';
import { type ImportRow, ImportRows } from '../../../models/import-row.ts';
import { now } from '../../platform/clock.ts';
import { settle } from '../../platform/database/effects.ts';
import { insertMissing } from '../../platform/database/insert-missing.ts';
import { record } from '../audit/record.ts';
import type { Access } from '../access/access.ts';
import { officeAllows } from '../access/permissions.ts';
import { contactRecord } from '../directory/contact-record.ts';
import { namesAgree } from '../directory/name-keys.ts';
import type { GuestTyped } from '../guests/guest-facts.ts';
import { type Around, changeByRow, guestOfRow } from './guest-of-row.ts';
import { importAudit } from './import-audit.ts';

/** The contact each new guest belongs to, by the row's id. */
export type ContactsOfRows = ReadonlyMap<string, Contact>;

/**
 * Links rows with the directory: contacts that were chosen take over what the row says, people with an address of
 * their own who are not there are entered. A row's contact has the row's id, so a repeat enters nobody twice.
 */
export async function writeContacts(
  access: Access,
  rows: readonly ImportRow[],
  around: Around,
): Promise<ContactsOfRows> {
  const found = new Map<string, Contact>();
  if (access.actor.kind !== 'user' || !officeAllows(access.actor.role, 'directory.edit')) return found;
  await updateChosen(access, rows, { around, found });
  await enterOthers(access, rows, { around, found });
  return found;
}

interface Linking {
  around: Around;
  found: Map<string, Contact>;
}

async function updateChosen(
  access: Access,
  rows: readonly ImportRow[],
  { around, found }: Linking,
): Promise<void> {
  const chosen = rows.filter(({ match, choice }) => match?.kind === 'contact' && choice !== 'keep');
  const contacts = await contactsBy({ _id: { $in: chosen.map(({ match }) => match?.id) } });
  const byId = new Map(contacts.map((contact) => [String(contact._id), contact]));
  for (const row of chosen) {
    const id = String(row.match?.id);
    const contact = await updateContact(access, row, { contact: byId.get(id), around });
    if (!contact) continue;
    byId.set(id, contact);
    found.set(String(row._id), contact);
  }
}

/**
 * What was there before is kept first. A contact whom somebody else changes in this moment is read again; one that has
 * gone to the archive is left alone.
 */
async function updateContact(
  access: Access,
  row: ImportRow,
  { contact, around }: { contact: Contact | undefined; around: Around },
): Promise<Contact | null> {
  if (!contact || contact.archivedAt) return null;
  const { email: _email, ...change } = changeByRow(contact, row.cells, around);
  if (Object.keys(change).length === 0) return contact;
  const after = { ...contact, ...change };
  const facts = { ...change, ...contactRecord({ ...after, tiers: after.tiers }) };
  await keepFormer(row, contact, Object.keys(facts));
  const told = importAudit(access, row, { action: 'audit.imports.contact-updated', contact: after });
  const written = await Contacts.updateOne(
    { _id: contact._id, rev: contact.rev },
    { $set: facts, $inc: { rev: 1 }, $push: { effects: told } },
  );
  if (written.matchedCount === 1) {
    settle(Contacts, contact._id);
    return { ...contact, ...facts, rev: contact.rev + 1 };
  }
  await ImportRows.updateOne({ _id: row._id }, { $set: { before: row.before, contact: row.contact } });
  const now = await Contacts.findById(contact._id).lean<Contact>();
  return updateContact(access, row, { contact: now ?? undefined, around });
}

async function keepFormer(row: ImportRow, contact: Contact, fields: readonly string[]): Promise<void> {
  const facts = Object.fromEntries(fields.map((field) => [field, contact[field as keyof Contact]]));
  const before = { guest: row.before?.guest ?? null, contact: { rev: contact.rev, facts } };
  await ImportRows.updateOne({ _id: row._id }, { $set: { before, contact: contact._id } });
}

async function enterOthers(
  access: Access,
  rows: readonly ImportRow[],
  { around, found }: Linking,
): Promise<void> {
  const others = rows
    .filter(({ _id }) => !found.has(String(_id)))
    .map((row) => ({ row, person: guestOfRow(row.cells, around, null) }))
    .filter(({ person }) => person.email !== '');
  const emails = others.map(({ person }) => person.email);
  const known = new Map(
    (await contactsBy({ email: { $in: emails } })).map((contact) => [contact.email, contact]),
  );
  const fresh: Contact[] = [];
  for (const { row, person } of others) {
    const holder = known.get(person.email);
    if (!holder) {
      const contact = newContact(row, person);
      fresh.push(contact);
      known.set(person.email, contact);
      found.set(String(row._id), contact);
    } else if (row.choice !== 'keep' && namesAgree(holder.name, person.name)) {
      found.set(String(row._id), holder);
    }
  }
  await enter(access, fresh, rows);
  await forgetTaken(fresh, found);
}

async function enter(access: Access, fresh: readonly Contact[], rows: readonly ImportRow[]): Promise<void> {
  if (fresh.length === 0) return;
  const ids = fresh.map(({ _id }) => _id);
  // Noted before they are made, so that undoing finds them whatever happens in between.
  await ImportRows.updateMany({ _id: { $in: ids } }, { $set: { contactIsNew: true } });
  await insertMissing(Contacts, fresh as unknown as { _id: string }[]);
  const byId = new Map(rows.map((row) => [String(row._id), row]));
  await record(
    fresh.flatMap((contact) => {
      const row = byId.get(String(contact._id));
      return row ? [importAudit(access, row, { action: 'audit.imports.contact-added', contact })] : [];
    }),
  );
}

/** Somebody else entered an address at this very moment: the unique index decides, and that row stays alone. */
async function forgetTaken(fresh: readonly Contact[], found: Map<string, Contact>): Promise<void> {
  const there = await contactsBy({ _id: { $in: fresh.map(({ _id }) => _id) } });
  const ids = new Set(there.map(({ _id }) => String(_id)));
  for (const [row, contact] of found) {
    if (fresh.includes(contact) && !ids.has(String(contact._id))) found.delete(row);
  }
}

async function contactsBy(filter: object): Promise<Contact[]> {
  return Contacts.find(filter).lean<Contact[]>();
}

function newContact(row: ImportRow, person: GuestTyped): Contact {
  const at = now();
  const { name, addressForm, position, organisation, organisationName, email, phone } = person;
  const { locale, pronunciation, nationality, seniority } = person;
  const facts = { name, addressForm, position, organisation, organisationName, email, phone };
  const dated = { createdAt: at, updatedAt: at };
  return {
    _id: row._id,
    ...facts,
    locale,
    pronunciation,
    nationality,
    seniority,
    notes: '',
    ...contactRecord({ ...facts, tiers: null }),
    archivedAt: null,
    rev: 1,
    effects: [],
    ...dated,
  };
}
