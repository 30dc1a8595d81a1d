import { setImmediate as breathe } from 'node:timers/promises';
import { type Contact, Contacts } from '../../../models/contact.ts';
import { fold } from '../../platform/text.ts';
import type { OfficeAccess } from '../access/access.ts';
import { accentsAgree, nameKeys } from './name-keys.ts';
import { wordings } from './wordings.ts';

const fields = {
  name: 1,
  addressForm: 1,
  position: 1,
  organisation: 1,
  organisationName: 1,
  email: 1,
  phone: 1,
  sortKey: 1,
} as const;

export type LikeContact = Pick<Contact, keyof typeof fields | '_id'>;
export interface Pair {
  one: LikeContact;
  other: LikeContact;
  by: 'phone' | 'name';
}

/** So many under one key share a telephone of the house, or a very common name. */
const CROWD = 12;
const BREATHE_EVERY = 200;

/**
 * Contacts who are probably one person: the same name in any script and order, with the same telephone or office and
 * nothing against it. Everybody is looked at once, under their keys.
 */
export async function duplicateContacts(_access: OfficeAccess, most: number): Promise<Pair[]> {
  const byKey = new Map<string, LikeContact[]>();
  const pairs = new Map<string, Pair>();
  const contacts = Contacts.find({ archivedAt: null }, fields).sort({ sortKey: 1, _id: 1 });
  let seen = 0;
  for await (const contact of contacts.lean<LikeContact[]>().cursor({ batchSize: 500 })) {
    for (const key of nameKeys(contact.name)) {
      const others = byKey.get(key) ?? [];
      for (const other of others.slice(0, CROWD)) addPair(pairs, other, contact);
      byKey.set(key, [...others, contact]);
    }
    if (pairs.size >= most) break;
    if ((seen += 1) % BREATHE_EVERY === 0) await breathe();
  }
  return [...pairs.values()].slice(0, most);
}

function addPair(pairs: Map<string, Pair>, one: LikeContact, other: LikeContact): void {
  const id = `${String(one._id)} ${String(other._id)}`;
  const by = pairs.has(id) ? null : likeness(one, other);
  if (by) pairs.set(id, { one, other, by });
}

function likeness(one: LikeContact, other: LikeContact): Pair['by'] | null {
  if (!accentsAgree(one.name, other.name)) return null;
  const phone = digitsOf(one.phone);
  if (phone !== '' && phone === digitsOf(other.phone)) return 'phone';
  const [here, there] = [officeOf(one), officeOf(other)];
  return here === '' || there === '' || here === there ? 'name' : null;
}

function digitsOf(phone: string): string {
  const digits = phone.replace(/\D/g, '').replace(/^(84|0)+/, '');
  return digits.length >= 8 ? digits : '';
}

function officeOf({ organisation, organisationName }: LikeContact): string {
  return organisation ? String(organisation) : fold(wordings(organisationName).find(Boolean) ?? '');
}
