import type { SeatingArea } from '../../../models/seating.ts';

/** A seat within its area, before it has a name. */
export interface PlacedSeat {
  /** Row or table, counted as it is named, 1 first. */
  row: number;
  number: number;
  x: number;
  y: number;
  line: number;
  rank: number;
  segment: number;
}

export interface Lines {
  seats: PlacedSeat[];
  tables: { x: number; y: number; radius: number; row: number }[];
  /** The middle of each row, from the stage. */
  rowTops: number[];
  width: number;
  height: number;
}

type Unranked = Omit<PlacedSeat, 'rank'>;

const PITCH = 22;
const ROW = 27;
const AISLE = 18;

export function linesOf(area: SeatingArea): Lines {
  switch (area.kind) {
    case 'rows':
      return rows(area, 'right');
    case 'stage':
      return stage(area);
    case 'tables':
      return tables(area);
    case 'u':
      return u(area);
  }
}

/** Who looks at the stage has the right hand at the right of the drawing; who sits on it, at the left. */
function rows({ rows: count, seats, aisles }: SeatingArea, hand: 'right' | 'left'): Lines {
  const before = (number: number) =>
    aisles.filter((aisle) => aisle < number && aisle < seats && aisle > 0).length;
  const width = seats * PITCH + before(seats) * AISLE;
  const placed = numbers(count).flatMap((row) =>
    numbers(seats).map((number) => ({
      row,
      number,
      line: row - 1,
      segment: before(number),
      x: (number - 0.5) * PITCH + before(number) * AISLE,
      y: (row - 0.5) * ROW,
    })),
  );
  return {
    seats: byLine(placed).flatMap((line) => rankFromCentre(line, width / 2, hand)),
    tables: [],
    rowTops: numbers(count).map((row) => (row - 0.5) * ROW),
    width,
    height: count * ROW,
  };
}

/** Behind one another on the stage, counted through. */
function stage(area: SeatingArea): Lines {
  const lines = rows(area, 'left');
  const seats = lines.seats.map((seat) => ({ ...seat, number: (seat.row - 1) * area.seats + seat.number }));
  return { ...lines, seats };
}

function tables({ rows: count, seats }: SeatingArea): Lines {
  // Far enough from the middle that neighbours do not touch.
  const reach = Math.max(29, 12.5 / Math.sin(Math.PI / Math.max(seats, 2)) + 1);
  const radius = reach - 14;
  const cell = 2 * (reach + 17);
  const columns = Math.min(count, Math.max(1, Math.min(8, Math.ceil(Math.sqrt(count * 1.7)))));
  const width = columns * cell;
  const tops = numbers(count).map((row) => {
    const inRow = Math.min(columns, count - Math.floor((row - 1) / columns) * columns);
    const start = (width - inRow * cell) / 2;
    const at = (row - 1) % columns;
    return { row, radius, x: start + (at + 0.5) * cell, y: (Math.floor((row - 1) / columns) + 0.5) * cell };
  });
  const best = tops.toSorted(
    (a, b) => a.y - b.y || fromCentre(a.x, width / 2, 'right') - fromCentre(b.x, width / 2, 'right'),
  );
  return {
    // In the order in which they are counted, for those who walk or listen along.
    seats: best
      .flatMap((top, line) => around(top, seats, line))
      .toSorted((a, b) => a.row - b.row || a.number - b.number),
    tables: tops,
    rowTops: [],
    width,
    height: Math.ceil(count / columns) * cell,
  };
}

/** The first seat looks at the stage across the table; the next is at its right hand, and so on around. */
function around(
  top: { x: number; y: number; radius: number; row: number },
  count: number,
  line: number,
): PlacedSeat[] {
  return numbers(count).map((number) => {
    const angle = Math.PI / 2 - ((number - 1) * 2 * Math.PI) / count;
    const reach = top.radius + 14;
    return {
      row: top.row,
      number,
      line,
      segment: 0,
      // 1, 2, last, 3, last but one …: right hand, left hand, and so on.
      rank: number === 1 ? 0 : Math.min(2 * (number - 1) - 1, 2 * (count - number + 1)),
      x: top.x + reach * Math.cos(angle),
      y: top.y + reach * Math.sin(angle),
    };
  });
}

/** Counted from the foot of the left arm up, along the head under the stage, and down the right arm. */
function u({ rows: arm, seats: head }: SeatingArea): Lines {
  const width = (head + 2) * PITCH;
  const placed: Unranked[] = numbers(2 * arm + head).map((number) => {
    const seat = { row: 1, number, line: 0, segment: 0 };
    if (number <= arm) return { ...seat, x: PITCH / 2, y: (arm - number + 1.5) * PITCH };
    if (number > arm + head) return { ...seat, x: width - PITCH / 2, y: (number - arm - head + 0.5) * PITCH };
    return { ...seat, x: (number - arm + 0.5) * PITCH, y: PITCH / 2 };
  });
  // Whoever sits at the head looks away from the stage; the arms follow downwards, right hand first.
  const distance = ({ x, y }: Unranked) =>
    y < PITCH ? fromCentre(x, width / 2, 'left') : width * 2 + y * 2 + (x < width / 2 ? 0 : 1);
  return {
    seats: ranked(placed, distance),
    tables: [],
    rowTops: [],
    width,
    height: (arm + 1) * PITCH,
  };
}

function rankFromCentre(line: readonly Unranked[], centre: number, hand: 'right' | 'left'): PlacedSeat[] {
  return ranked(line, ({ x }) => fromCentre(x, centre, hand));
}

function ranked(line: readonly Unranked[], distance: (seat: Unranked) => number): PlacedSeat[] {
  return line
    .toSorted((a, b) => distance(a) - distance(b))
    .map((seat, rank) => ({ ...seat, rank }))
    .toSorted((a, b) => a.number - b.number);
}

/** Of two seats as far from the middle, the one at the given hand is the better. */
function fromCentre(x: number, centre: number, hand: 'right' | 'left'): number {
  const off = Math.round((x - centre) * 100) / 100;
  const better = hand === 'right' ? off >= 0 : off <= 0;
  return Math.abs(off) + (better ? 0 : 0.5);
}

function byLine(seats: readonly Unranked[]): Unranked[][] {
  const lines: Unranked[][] = [];
  for (const seat of seats) (lines[seat.line] ??= []).push(seat);
  return lines;
}

function numbers(count: number): number[] {
  return Array.from({ length: count }, (_, at) => at + 1);
}
