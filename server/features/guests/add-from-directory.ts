import { type Contact, Contacts } from '../../../models/contact.ts';
import { Guests } from '../../../models/guest.ts';
import { type Organisation, Organisations } from '../../../models/organisation.ts';
import { settle } from '../../platform/database/effects.ts';
import type { Access } from '../access/access.ts';
import { checkCategory, type GuestTyped } from './guest-facts.ts';
import { usualTier } from './guest-record.ts';
import type { FromDirectoryInput } from './input.ts';
import { insertGuests, newGuest } from './new-guest.ts';
import { orderAsNow } from './order-anew.ts';
import { tellGuests } from './tell-guests.ts';

export interface Added {
  added: number;
  /** Already on the list, also when cancelled there. */
  skipped: number;
}

/** Puts contacts on the list as they are in the directory today. Whoever is on it already stays as they are. */
export async function addFromDirectory(access: Access, input: FromDirectoryInput): Promise<Added> {
  checkCategory(access, input.category);
  const event = access.event._id;
  const contacts = await Contacts.find({ _id: { $in: input.contacts }, archivedAt: null }).lean<Contact[]>();
  const ids = contacts.map(({ _id }) => _id);
  const listed = await Guests.find(
    { event, contact: { $in: ids, $type: 'objectId' } },
    { contact: 1 },
  ).lean();
  const here = new Set(listed.map(({ contact }) => String(contact)));
  const missing = contacts.filter(({ _id }) => !here.has(String(_id)));
  const tiers = await tiersOfUnits(missing);
  const guests = missing.map((contact) =>
    newGuest(access, { facts: factsOfContact(contact, input.category, tiers), contact: contact._id }),
  );
  const added = guests.length > 0 ? await insertGuests(guests) : [];

  if (added.length > 0) await orderAsNow(access.event, added);
  for (const id of added) settle(Guests, id);
  if (added.length > 0) tellGuests(access.event);
  return { added: added.length, skipped: contacts.length - added.length };
}

async function tiersOfUnits(contacts: readonly Contact[]): Promise<ReadonlyMap<string, number>> {
  const ids = contacts.flatMap(({ organisation }) => (organisation ? [organisation] : []));
  const units = await Organisations.find({ _id: { $in: ids } }, { tier: 1 }).lean<
    Pick<Organisation, '_id' | 'tier'>[]
  >();
  return new Map(units.map(({ _id, tier }) => [String(_id), tier]));
}

function factsOfContact(contact: Contact, category: string, tiers: ReadonlyMap<string, number>): GuestTyped {
  const { name, addressForm, position, organisation, organisationName, email, phone, locale } = contact;
  const { pronunciation, nationality, seniority } = contact;
  return {
    name,
    addressForm,
    position,
    organisation,
    organisationName,
    email,
    phone,
    ...(contact.secretary ? { secretary: contact.secretary } : {}),
    locale,
    pronunciation,
    nationality,
    seniority,
    category,
    tiers: contact.tiers,
    organisationTier: tiers.get(String(organisation)) ?? usualTier,
    side: 'guest',
    delegation: '',
    headOfDelegation: false,
    seat: '',
    note: '',
  };
}
