import type { PersonName } from '../../../contract/person.ts';

/** A name typed in one line, in the script it was typed in. Russians write the family name first, the rest follows. */
export function nameAsWritten(name: string): PersonName {
  const words = name.trim().split(/\s+/);
  const [family = '', given = '', ...rest] = words;
  if (!/\p{Script=Cyrillic}/u.test(name) || given === '') return { vi: words.join(' ') };
  const patronymic = rest.join(' ');
  return { ru: { family, given, ...(patronymic ? { patronymic } : {}) } };
}
