import type { PersonName } from '../../../contract/person.ts';
import { accentsAgree, nameKeys } from '../directory/name-keys.ts';

/** What a person is recognised by. */
export interface Recognised {
  name: PersonName;
  email: string;
  phone: string;
}

/** By what somebody seems to be the same person; null when they do not. */
export type Likeness = 'name' | 'email' | 'phone';

/** The same name in any spelling, the same address, the same telephone. An office may share an address: look twice. */
export function likeness(a: Recognised, b: Recognised): Likeness | null {
  const keys = new Set(nameKeys(a.name));
  const sameName = nameKeys(b.name).some((key) => keys.has(key)) && accentsAgree(a.name, b.name);
  if (sameName) return 'name';
  if (a.email !== '' && a.email === b.email) return 'email';
  const [one, other] = [digitsOf(a.phone), digitsOf(b.phone)];
  return one.length >= 8 && one === other ? 'phone' : null;
}

/** +84 912 … and 0912 … are one telephone. */
export function digitsOf(phone: string): string {
  return phone.replace(/\D+/g, '').replace(/^(?:84|0)(?=\d{8,})/, '');
}
