import type { Cells } from '../../../contract/import-fields.ts';
import type { PersonName } from '../../../contract/person.ts';
import type { RowMatch } from '../../../models/import-row.ts';
import { fold } from '../../platform/text.ts';
import { accentsAgree, namesAgree } from '../directory/name-keys.ts';
import { emailKey } from './clean/email.ts';
import { phoneKey } from './clean/phone.ts';
import { personKeys } from './row-keys.ts';
import { nameIn } from './row-person.ts';

export type Likeness = Pick<RowMatch, 'certain' | 'by'>;

/** Somebody in the form in which they are compared; made once for each. */
export interface Description {
  name: PersonName;
  keys: readonly string[];
  email: string;
  phone: string;
  unit: string;
  post: string;
}

export function describe(cells: Cells, keys?: readonly string[]): Description {
  const name = nameIn(cells);
  const { email = '', phone = '', organisation = '', position = '' } = cells;
  return {
    name,
    keys: keys ?? personKeys({ name, email, phone }),
    email: emailKey(email),
    phone: phoneKey(phone),
    unit: fold(organisation),
    post: fold(position),
  };
}

/** Whether two descriptions may mean one person, and why; null when nothing speaks for it. */
export function compare(a: Description, b: Description): Likeness | null {
  const email = agreement(a.email, b.email);
  const phone = agreement(a.phone, b.phone);
  const sameName = shareName(a.keys, b.keys) && accentsAgree(a.name, b.name);
  if (email === 'same' && (sameName || namesAgree(a.name, b.name))) return { certain: true, by: 'email' };
  if (phone === 'same' && sameName) return { certain: true, by: 'phone' };
  if (phone === 'same' && namesAgree(a.name, b.name)) return { certain: false, by: 'phone' };
  return sameName ? byName(a, b, email === 'other' || phone === 'other') : null;
}

/** Namesakes are many. In one office under one title, with nothing against it, they are one. */
function byName(a: Description, b: Description, contradicted: boolean): Likeness | null {
  const unit = agreement(a.unit, b.unit);
  const post = agreement(a.post, b.post);
  if (unit === 'other' && post !== 'same') return null;
  if (contradicted && unit !== 'same') return null;
  const certain = unit === 'same' && post === 'same' && !contradicted;
  return { certain, by: 'name' };
}

function shareName(a: readonly string[], b: readonly string[]): boolean {
  return a.some((key) => (key.startsWith('n:') || key.startsWith('s:')) && b.includes(key));
}

function agreement(one: string, other: string): 'same' | 'other' | 'unknown' {
  if (one === '' || other === '') return 'unknown';
  return one === other ? 'same' : 'other';
}
