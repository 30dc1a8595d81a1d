import { limits } from '../../../contract/limits.ts';
import type { MessageKey } from '../../../locales/keys.ts';
import { fold } from '../../platform/text.ts';
import { commonPasswords } from './common-passwords.ts';

const FEWEST_LETTERS = 5;
const LONGEST_UNIT = 10;
const LEAST_OF_ONES_OWN = 8;
const product = ['rostrum', 'password', 'matkhau', 'parol', 'conference', 'hoinghi'];

/** Why a password is refused, as the key of a sentence; null when it is good. Length is all that is asked besides. */
export function passwordProblem(
  password: string,
  person: { name: string; email: string },
): MessageKey | null {
  if (Array.from(password).length < limits.passwordShortest) return 'users.password.too-short';
  const folded = fold(password).replaceAll(/\s/g, '');
  if (new Set(folded).size < FEWEST_LETTERS || isRepetition(folded)) return 'users.password.repeats';
  if (isSequence(folded) || commonPasswords.has(folded)) return 'users.password.common';
  if (withoutKnownWords(folded, person).length < LEAST_OF_ONES_OWN) return 'users.password.about-you';
  return null;
}

function isRepetition(text: string): boolean {
  const units = Array.from({ length: LONGEST_UNIT }, (_, index) => text.slice(0, index + 1));
  return units.some((unit) => text.length >= unit.length * 2 && unit.repeat(text.length).startsWith(text));
}

const rows = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890123456789',
  'qwertyuiopasdfghjklzxcvbnm',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm',
];

function isSequence(text: string): boolean {
  return rows.some((row) => row.includes(text) || row.includes(Array.from(text).toReversed().join('')));
}

function withoutKnownWords(folded: string, { name, email }: { name: string; email: string }): string {
  const words = [...fold(name).split(/\s+/), ...fold(email).split(/[^a-z0-9]+/), ...product];
  const longestFirst = words.filter((word) => word.length > 2).toSorted((a, b) => b.length - a.length);
  return longestFirst.reduce((left, word) => left.replaceAll(word, ''), folded);
}
