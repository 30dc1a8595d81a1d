import { inLocale } from '../../../contract/localised.ts';
import type { Locale } from '../../../contract/locales.ts';
import type { Cells } from '../../../contract/import-fields.ts';
import type { Contact } from '../../../models/contact.ts';
import type { Guest } from '../../../models/guest.ts';
import { displayName } from '../directory/person-name.ts';

type Told = 'name' | 'addressForm' | 'position' | 'organisationName' | 'email' | 'phone';
export type KnownPerson = Pick<Contact, Told> &
  Partial<Pick<Guest, 'category' | 'delegation' | 'seat' | 'note'>>;

/** Somebody who is known already, in the columns of the table. */
export function cellsOfPerson(person: KnownPerson, locale: Locale): Cells {
  const { name, addressForm, position, organisationName, email, phone } = person;
  const cells: Cells = {
    name: displayName(name, locale),
    address: addressForm === 'none' ? '' : addressForm,
    position: inLocale(position, locale),
    organisation: inLocale(organisationName, locale),
    email,
    phone,
    category: person.category ?? '',
    delegation: person.delegation ?? '',
    seat: person.seat ?? '',
    note: person.note ?? '',
  };
  return Object.fromEntries(Object.entries(cells).filter(([, text]) => text !== ''));
}
