/** A Russian name keeps its parts, because letters greet by given name and patronymic. */
export interface RussianName {
  family: string;
  given: string;
  patronymic?: string;
}

/**
 * One person in three scripts. `vi` is the Vietnamese spelling, family name first; `latin` is the name as in the
 * passport, in the order in which it is said; `ru` is Cyrillic. At least one is filled, the others fall back to it.
 */
export interface PersonName {
  vi?: string;
  latin?: string;
  ru?: RussianName;
}

/** Forms of address. Each has a wording in every language, see locales/<language>/address.json. */
export const addressForms = [
  'dong-chi',
  'ong',
  'ba',
  'anh',
  'chi',
  'mr',
  'ms',
  'gospodin',
  'gospozha',
  'tovarishch',
  'none',
] as const;
export type AddressForm = (typeof addressForms)[number];

export type Gender = 'male' | 'female' | 'unknown';
