import type { AddressForm } from '../../../../contract/person.ts';
import { tiersOf } from '../../directory/protocol-rank.ts';
import { academic, honorifics, isFamilyName, shortPositions } from './name-words.ts';

/** What is fused with a name in one cell, taken apart. */
export interface NameParts {
  name: string;
  address: AddressForm | null;
  /** Whether the form of address can be nothing else; “Ông Ích Khiêm” is a name. */
  addressIsSure: boolean;
  /** Academic titles. */
  title: string;
  position: string;
  /** Whether what follows the name is known to be an office. */
  positionIsSure: boolean;
  numbered: boolean;
}

/** “1. Ông PGS.TS. Trần Trung Thành – TGĐ” → form of address, title, name, position. */
export function readName(text: string): NameParts {
  const unnumbered = text.replace(/^\d{1,4}\s*[.)/-]\s*(?=\p{L})/u, '');
  const [front, tail, isMarked] = cutTail(unnumbered);
  const titled = takeTitle(front);
  const addressed = takeAddress(titled.rest);
  const again =
    titled.title === '' ? takeTitle(addressed.rest) : { title: titled.title, rest: addressed.rest };
  return {
    name: again.rest.replace(/[,;:\s]+$/, ''),
    address: addressed.form,
    addressIsSure: addressed.isSure,
    title: again.title,
    position: tail,
    positionIsSure: tail === '' || isOffice(tail) || (isMarked && /^\p{Lu}{2,5}$/u.test(tail)),
    numbered: unnumbered !== text,
  };
}

export function isOffice(text: string): boolean {
  return (
    tiersOf({ vi: text }).length > 0 || tiersOf({ ru: text }).length > 0 || tiersOf({ en: text }).length > 0
  );
}

/** The abbreviation written out; the text itself when it is none. */
export function writtenOut(position: string): string {
  return position.replace(
    /^(P?T?GĐ)(?=$|[\s,;/])/u,
    (short) => shortPositions[short.replace('Đ', 'd').toLowerCase()] ?? short,
  );
}

/** Dash, bracket or comma and what stands behind. */
function cutTail(text: string): [front: string, tail: string, isMarked: boolean] {
  const bracket = /^(.{3,}?)\s*\(([^()]{2,})\)\s*$/u.exec(text);
  if (bracket) return [bracket[1] ?? text, (bracket[2] ?? '').trim(), true];
  const dash = /^(.{3,}?)(?:\s+[–—-]\s*|\s*[–—]\s+)(.{2,})$/u.exec(text);
  if (dash) return [dash[1] ?? text, (dash[2] ?? '').trim(), true];
  const comma = /^([^,]{3,}),\s*(.{2,})$/u.exec(text);
  if (comma && isOffice(comma[2] ?? '')) return [comma[1] ?? text, (comma[2] ?? '').trim(), true];
  return [text, '', false];
}

function takeTitle(text: string): { title: string; rest: string } {
  const found = academic.exec(text)?.[0] ?? '';
  return { title: found.trim().replace(/[,\s]+$/, ''), rest: text.slice(found.length) };
}

function takeAddress(text: string): { form: AddressForm | null; isSure: boolean; rest: string } {
  for (const [pattern, form] of honorifics) {
    const found = pattern.exec(text);
    if (!found) continue;
    const rest = text.slice(found[0].length);
    const isSure =
      form !== 'ong' ||
      isFamilyName(rest.split(' ')[0] ?? '') ||
      academic.test(rest) ||
      rest.split(' ').length === 1;
    return { form, isSure, rest };
  }
  return { form: null, isSure: true, rest: text };
}
