import type { DoorGuest } from '../../../contract/door/sync.ts';
import { seatInAll } from './seat-name.ts';

/** Finds guests by the beginnings of words of their name, unit, position, seat or delegation; accents do not matter. */
export interface SearchIndex {
  put: (row: DoorGuest) => void;
  find: (text: string) => string[];
  clear: () => void;
}

const FEWEST_LETTERS = 2;
const MOST_FOUND = 30;

export function searchIndex(): SearchIndex {
  /** Of each guest, ` nguyen van an tong cong ty …`. */
  const texts = new Map<string, string>();
  return {
    put: (row) => texts.set(row.id, ` ${folded(wordsOf(row))}`),
    find(text) {
      const wanted = folded(text);
      if (wanted.replaceAll(' ', '').length < FEWEST_LETTERS) return [];
      const found: string[] = [];
      for (const [id, words] of texts) {
        if (begins(words, wanted)) found.push(id);
        if (found.length === MOST_FOUND) break;
      }
      return found;
    },
    clear: () => texts.clear(),
  };
}

/** Whether each of the wanted words begins one of this text. */
export function hasWords(text: string, wanted: string): boolean {
  return begins(` ${folded(text)}`, folded(wanted));
}

function begins(words: string, wanted: string): boolean {
  return wanted.split(' ').every((word) => words.includes(` ${word}`));
}

/** Everything by which a guest is found. */
export function wordsOf({
  name,
  position,
  unit,
  seat,
  delegation,
  substitute,
  companions,
}: DoorGuest): string {
  return [name, position, unit, seatInAll(seat), delegation, substitute, ...companions].join(' ');
}

/** Small letters and digits without accents, words apart by one space. */
export function folded(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')
    .replaceAll('đ', 'd')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
