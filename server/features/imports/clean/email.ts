import { isMailAddress } from '../../../platform/mail-address.ts';
import { fold } from '../../../platform/text.ts';

export type EmailReading =
  | { kind: 'good'; text: string; tidied: boolean }
  | { kind: 'typo'; text: string; suggestion: string }
  | { kind: 'several'; text: string; first: string; rest: string }
  | { kind: 'wrong'; text: string; suggestion: string };

const known = [
  'gmail.com',
  'yahoo.com',
  'yahoo.com.vn',
  'outlook.com',
  'outlook.com.vn',
  'hotmail.com',
  'icloud.com',
  'mail.ru',
  'yandex.ru',
  'bk.ru',
  'list.ru',
  'inbox.ru',
  'rambler.ru',
  'vietsov.com.vn',
  'pvn.vn',
  'fpt.com.vn',
  'vnn.vn',
  'live.com',
  'proton.me',
];
/** Domains that exist although they look like a slip. */
const free = new Set([...known, 'mail.com', 'email.com', 'gmx.com', 'ymail.com']);

/** A mail address as it should stand. What merely lies around it is taken off; what may be meant is proposed. */
export function readEmail(typed: string): EmailReading {
  const text = bare(typed);
  const several = text.split(/[\s;,/]+/).filter((piece) => piece.includes('@'));
  if (several.length > 1 && several.every((piece) => isMailAddress(bare(piece)))) {
    const [first = '', ...rest] = several.map(bare);
    return { kind: 'several', text: typed.trim(), first, rest: rest.join(', ') };
  }
  if (!isMailAddress(text)) return { kind: 'wrong', text: typed.trim(), suggestion: guess(text) };
  const domain = text.slice(text.indexOf('@') + 1);
  const meant = meantDomain(domain);
  if (meant) return { kind: 'typo', text, suggestion: text.slice(0, -domain.length) + meant };
  if (!domain.includes('.')) return { kind: 'wrong', text, suggestion: '' };
  return { kind: 'good', text, tidied: text !== typed.trim().toLowerCase() };
}

function bare(text: string): string {
  const inBrackets = /<([^<>\s]+@[^<>\s]+)>/.exec(text)?.[1] ?? text;
  return inBrackets
    .trim()
    .toLowerCase()
    .replace(/^(?:mailto:|e-?mail\s*:)\s*/, '')
    .replace(/^[\s<"'([]+|[\s>"')\].,;:]+$/g, '')
    .replace(/\s*@\s*/g, '@');
}

/** A comma for a dot, accents, a second @, an address that lost its ending. */
function guess(text: string): string {
  const plain = text
    .replaceAll('đ', 'd')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[,;]/g, '.')
    .replace(/\s+/g, '')
    .replace(/\.{2,}/g, '.')
    .replace(/@{2,}/g, '@')
    .replace(/(\(a\)|\[at\]|\(at\))/g, '@')
    .replace(/\.@/, '@')
    .replace(/@\./, '@');
  const domain = plain.slice(plain.indexOf('@') + 1);
  const meant = meantDomain(domain);
  const whole = meant ? plain.slice(0, plain.length - domain.length) + meant : plain;
  return whole !== text && isMailAddress(whole) && domain.includes('.') ? whole : '';
}

/** The well-known domain that is one slip of the finger away. */
function meantDomain(domain: string): string | null {
  if (free.has(domain) || domain === '') return null;
  const bareName = domain.replace(/\.$/, '');
  const ending = known.find((each) => each.startsWith(`${bareName}.`) && bareName.length > 3);
  if (ending && !bareName.includes('.')) return ending;
  return known.find((each) => each.length > 6 && isOneSlipAway(bareName, each)) ?? null;
}

/** One letter too many, too few, another one, or two that changed places. */
export function isOneSlipAway(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  const [restA, restB] = [a.slice(start), b.slice(start)];
  if (restA.slice(1) === restB.slice(1) || restA.slice(1) === restB || restA === restB.slice(1)) return true;
  return restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2);
}

/** The form in which two addresses are compared. */
export function emailKey(text: string): string {
  return isMailAddress(text.trim()) ? text.trim().toLowerCase() : '';
}

export function isNearWord(typed: string, word: string): boolean {
  const [a, b] = [fold(typed), fold(word)];
  return a === b || (a.length > 3 && isOneSlipAway(a, b));
}
