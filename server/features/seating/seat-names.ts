import type { SeatingArea } from '../../../models/seating.ts';
import type { SeatPlace } from '../guests/seat-text.ts';

export type { SeatPlace };

/**
 * What the numbering of each area starts after: rows, tables and seats without a name of their own go on where the
 * area before them ended, so no two seats of a hall are called the same.
 */
export function numbersOf(areas: readonly SeatingArea[]): number[] {
  const counted = new Map<string, number>();
  return areas.map((area) => {
    const series = `${area.kind} ${area.prefix.toLowerCase()}`;
    const first = counted.get(series) ?? 0;
    counted.set(series, first + countedIn(area));
    return first;
  });
}

/** A, B, … Z, AA, AB, … for 0, 1, … */
export function rowName(row: number): string {
  const letter = String.fromCodePoint(65 + (row % 26));
  return row < 26 ? letter : rowName(Math.floor(row / 26) - 1) + letter;
}

/** The name within its area, the same in every language: "A-12", "3-4", "7". */
export function shortName(place: SeatPlace): string {
  switch (place.kind) {
    case 'rows':
      return `${place.row}-${place.number}`;
    case 'tables':
      return `${place.table}-${place.number}`;
    case 'stage':
    case 'u':
      return String(place.number);
  }
}

function countedIn({ kind, rows, seats }: SeatingArea): number {
  switch (kind) {
    case 'rows':
    case 'tables':
      return rows;
    case 'stage':
      return rows * seats;
    case 'u':
      return 2 * rows + seats;
  }
}
