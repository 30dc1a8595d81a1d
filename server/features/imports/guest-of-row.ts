import type { Locale } from '../../../contract/locales.ts';
import type { Contact } from '../../../models/contact.ts';
import type { Guest } from '../../../models/guest.ts';
import type { Cells } from '../../../contract/import-fields.ts';
import { tiersOf } from '../directory/protocol-rank.ts';
import { type GuestTyped, tiersSetByHand } from '../guests/guest-facts.ts';
import { usualTier } from '../guests/guest-record.ts';
import { languageOf, rowPerson, type RowPerson } from './row-person.ts';
import type { FindUnit } from './unit-finder.ts';

/** What is known beside the row itself. */
export interface Around {
  usual: Locale;
  unit: FindUnit;
}

/** The person of a row as a new guest; a contact lends what the row does not say. */
export function guestOfRow(cells: Cells, { usual, unit }: Around, contact: Contact | null): GuestTyped {
  const told = rowPerson(cells, usual);
  const name = { ...contact?.name, ...told.name };
  const position = { ...contact?.position, ...told.position };
  const office = officeOf(told, unit, contact);
  return {
    name,
    addressForm: told.addressForm ?? contact?.addressForm ?? 'none',
    position,
    ...office,
    email: told.email ?? contact?.email ?? '',
    phone: told.phone ?? contact?.phone ?? '',
    locale: told.locale ?? contact?.locale ?? languageOf(name, usual),
    pronunciation: told.pronunciation ?? contact?.pronunciation ?? '',
    nationality: told.nationality ?? contact?.nationality ?? '',
    category: told.category ?? '',
    side: 'guest',
    delegation: told.delegation ?? '',
    headOfDelegation: false,
    tiers: contact && !told.position ? [...contact.tiers] : tiersOf(position),
    seniority: contact?.seniority ?? 0,
    seat: told.seat ?? '',
    note: told.note ?? '',
  };
}

/** What of somebody on the list, or in the directory, changes by a row; empty when nothing does. */
export function changeByRow<T extends Guest | Contact>(
  known: T,
  cells: Cells,
  { usual, unit }: Around,
): Partial<T> {
  const told = rowPerson(cells, usual);
  const office = told.organisationName ? officeOf(told, unit, null) : null;
  const position = { ...known.position, ...told.position };
  const facts: Record<string, unknown> = {
    ...told,
    name: { ...known.name, ...told.name },
    position,
    ...office,
    ...(tiersSetByHand(known).length > 0 ? {} : { tiers: tiersOf(position) }),
  };
  if (office && office.organisation === null && sameText(known, office)) delete facts['organisation'];
  const fields = Object.keys(known);
  const changed = Object.entries(facts).filter(
    ([field, value]) => fields.includes(field) && !isSame(value, known[field as keyof T]),
  );
  return Object.fromEntries(changed) as Partial<T>;
}

function officeOf(
  told: RowPerson,
  unit: FindUnit,
  contact: Contact | null,
): Pick<GuestTyped, 'organisation' | 'organisationName' | 'organisationTier'> {
  const organisationName = { ...told.organisationName };
  if (!told.organisationName) {
    const name = contact?.organisationName ?? {};
    const known = unit(name);
    return {
      organisation: contact?.organisation ?? null,
      organisationName: name,
      organisationTier: known?.tier ?? usualTier,
    };
  }
  const found = unit(organisationName);
  return {
    organisation: found?._id ?? null,
    organisationName: found ? { ...found.name, ...organisationName } : organisationName,
    organisationTier: found?.tier ?? usualTier,
  };
}

function sameText(known: Guest | Contact, { organisationName }: { organisationName: object }): boolean {
  return isSame({ ...known.organisationName, ...organisationName }, known.organisationName);
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(sortedKeys(a)) === JSON.stringify(sortedKeys(b));
}

function sortedKeys(value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value) || 'toHexString' in value)
    return value;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
