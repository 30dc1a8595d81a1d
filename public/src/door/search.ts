import type { DoorGuest } from '../../../contract/door/sync.ts';
import { seatInAll } from './seat-name.ts';

/** Finds guests by the beginnings of words of their name, unit, position, seat or delegation; accents do not matter. */
export interface SearchIndex {
  put: (row: DoorGuest) => void;
  /** Whoever is meant most likely first. Guests are also found by these names of those who came in their place. */
  find: (text: string, standIns?: StandIns) => string[];
  clear: () => void;
}

/** Who came instead, by guest. */
export type StandIns = ReadonlyMap<string, readonly string[]>;

/** What a guest is found by, each text folded and between spaces: ` nguyen van an `. */
interface Words {
  names: readonly string[];
  unit: string;
  seat: string;
  all: string;
}

const FEWEST_LETTERS = 2;
const MOST_FOUND = 30;

export function searchIndex(): SearchIndex {
  const known = new Map<string, Words>();
  return {
    put: (row) => known.set(row.id, wordsFor(row)),
    find(text, standIns = new Map()) {
      const wanted = folded(text);
      if (wanted.replaceAll(' ', '').length < FEWEST_LETTERS) return [];
      const found: { id: string; rank: number }[] = [];
      for (const [id, own] of known) {
        const words = withNames(own, standIns.get(id));
        if (begins(words.all, wanted)) found.push({ id, rank: rankOf(words, wanted) });
      }
      const ranked = found.toSorted((a, b) => a.rank - b.rank);
      return ranked.slice(0, MOST_FOUND).map(({ id }) => id);
    },
    clear: () => known.clear(),
  };
}

function wordsFor(row: DoorGuest): Words {
  const { name, substitute, companions, unit, seat } = row;
  return {
    names: [name, substitute, ...companions].filter(Boolean).map(spaced),
    unit: spaced(unit),
    seat: spaced(seatInAll(seat)),
    all: spaced(wordsOf(row)),
  };
}

function withNames(words: Words, others: readonly string[] = []): Words {
  if (others.length === 0) return words;
  const names = others.map(spaced);
  return { ...words, names: [...words.names, ...names], all: words.all + names.join('') };
}

/** A whole name, then words of a name, then of the unit, then the table or seat as it is called, then the rest. */
function rankOf({ names, unit, seat }: Words, wanted: string): number {
  const whole = ` ${wanted} `;
  const ranks = [
    names.includes(whole),
    names.some((name) => name.includes(whole)),
    names.some((name) => begins(name, wanted)),
    names.some((name) => begins(name + unit, wanted)),
    seat.includes(whole),
  ];
  const rank = ranks.indexOf(true);
  return rank < 0 ? ranks.length : rank;
}

function spaced(text: string): string {
  return ` ${folded(text)} `;
}

/** Whether each of the wanted words begins one of this text. */
export function hasWords(text: string, wanted: string): boolean {
  return begins(spaced(text), folded(wanted));
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
