import type { Cells } from '../../../contract/import-fields.ts';
import type { PersonName } from '../../../contract/person.ts';
import { nameKeys } from '../directory/name-keys.ts';
import { emailKey } from './clean/email.ts';
import { phoneKey } from './clean/phone.ts';
import { nameIn } from './row-person.ts';

/** Under what somebody may be met: address, telephone, name. */
export function personKeys(person: { name: PersonName; email: string; phone: string }): string[] {
  const [email, phone] = [emailKey(person.email), phoneKey(person.phone)];
  return [...(email ? [`e:${email}`] : []), ...(phone ? [`p:${phone}`] : []), ...nameKeys(person.name)];
}

export function rowKeys(cells: Cells): string[] {
  return personKeys({ name: nameIn(cells), email: cells.email ?? '', phone: cells.phone ?? '' });
}
