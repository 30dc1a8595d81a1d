import type { Types } from 'mongoose';
import { type Contact, Contacts } from '../../../models/contact.ts';
import { fold } from '../../platform/text.ts';
import { contactRecord } from '../directory/contact-record.ts';
import { displayName, nameSortKey } from '../directory/person-name.ts';
import type { GuestPart } from './format/guests.ts';
import { idOrNull } from './ids.ts';

export interface ContactPlan {
  /** By the guest's ref. */
  ids: Map<string, Types.ObjectId>;
  fresh: Contact[];
}

type Known = Pick<Contact, '_id' | 'name' | 'organisation' | 'email'>;
const knownFields = { name: 1, organisation: 1, email: 1 };
const CHUNK = 1000;

/**
 * Finds each guest in the directory by e-mail, then by name and organisation, and prepares contacts for those who
 * are not there. A contact that exists is linked and stays as it is: the guest holds what was true at the event.
 */
export async function matchContacts(
  guests: readonly GuestPart[],
  organisations: ReadonlyMap<string, Types.ObjectId>,
  nextId: () => Types.ObjectId,
): Promise<ContactPlan> {
  const people = guests.filter(({ typedIn }) => !typedIn);
  const find = await directoryOf(people);
  const plan: ContactPlan = { ids: new Map(), fresh: [] };
  const taken = new Set<string>();
  const addresses = new Set<string>();
  for (const guest of people) {
    const organisation = idOrNull(organisations, guest.organisation);
    const found = find(guest, organisation).find(({ _id }) => !taken.has(String(_id)));
    const contact = found ?? contactDocument(guest, organisation, { _id: nextId(), addresses, find });
    if (!found) plan.fresh.push(contact as Contact);
    taken.add(String(contact._id));
    addresses.add(contact.email);
    plan.ids.set(guest.ref, contact._id);
  }
  return plan;
}

type Find = (guest: GuestPart, organisation: Types.ObjectId | null) => Known[];

async function directoryOf(people: readonly GuestPart[]): Promise<Find> {
  const byEmail = new Map<string, Known[]>();
  const byName = new Map<string, Known[]>();
  for (let from = 0; from < people.length; from += CHUNK) {
    const chunk = people.slice(from, from + CHUNK);
    const emails = chunk.map(({ email }) => email).filter(Boolean);
    const sortKeys = chunk.map(({ name }) => nameSortKey(name));
    const [addressed, namesakes] = await Promise.all([
      Contacts.find({ email: { $in: emails } }, knownFields).lean<Known[]>(),
      Contacts.find({ archivedAt: null, sortKey: { $in: sortKeys } }, knownFields)
        .sort({ _id: 1 })
        .lean<Known[]>(),
    ]);
    for (const contact of addressed) byEmail.set(contact.email, [contact]);
    for (const contact of namesakes) {
      const key = nameKey(contact);
      byName.set(key, [...(byName.get(key) ?? []), contact]);
    }
  }
  return (guest, organisation) => [
    ...(byEmail.get(guest.email) ?? []),
    ...(byName.get(nameKey(guest)) ?? []).filter((contact) => mayBe(contact, guest, organisation)),
  ];
}

// Two people of one name in one organisation are told apart by their addresses.
function mayBe(contact: Known, guest: GuestPart, organisation: Types.ObjectId | null): boolean {
  if (contact.email && guest.email && contact.email !== guest.email) return false;
  return String(contact.organisation) === String(organisation);
}

function nameKey({ name }: { name: Contact['name'] }): string {
  return fold(displayName(name, 'vi'));
}

// One address may serve several chiefs (their secretary's). It stays with the first; the guests keep it all the same.
function contactDocument(
  guest: GuestPart,
  organisation: Types.ObjectId | null,
  directory: { _id: Types.ObjectId; addresses: ReadonlySet<string>; find: Find },
): Contact {
  const inUse =
    directory.addresses.has(guest.email) ||
    directory.find(guest, organisation).some(({ email }) => email === guest.email);
  const email = inUse ? '' : guest.email;
  return {
    _id: directory._id,
    name: guest.name,
    addressForm: guest.addressForm,
    position: guest.position,
    organisation,
    organisationName: guest.organisationName,
    email,
    phone: guest.phone,
    locale: guest.locale,
    pronunciation: guest.pronunciation,
    nationality: guest.nationality,
    seniority: guest.seniority,
    notes: '',
    ...contactRecord({ ...guest, email, tiers: guest.tiers }),
    archivedAt: null,
    rev: 1,
    effects: [],
  };
}
