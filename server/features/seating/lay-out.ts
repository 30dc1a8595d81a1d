import type { SeatingArea } from '../../../models/seating.ts';
import { kept } from '../../platform/kept.ts';
import { linesOf, type PlacedSeat } from './lines.ts';
import { numbersOf, rowName, type SeatPlace, shortName } from './seat-names.ts';

/** One seat on the drawing. Lengths are in units of the drawing; the stage is at its top. */
export interface PlanSeat {
  /** "area:row:number", the same however the seat is called. */
  key: string;
  place: SeatPlace;
  short: string;
  x: number;
  y: number;
  /** Row or table within its area, counted from the stage, 0 first. */
  line: number;
  /** Place in protocol within its line, 0 is the best. */
  rank: number;
  /** Seats of a line with the same segment have no aisle between them. */
  segment: number;
  number: number;
  /** Left free by automatic seating. */
  kept: boolean;
  blocked: boolean;
}

export interface Frame {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface PlanArea extends Frame {
  area: SeatingArea;
  seats: PlanSeat[];
  /** Tops of the tables that people sit around; none where they sit in rows. */
  tables: { x: number; y: number; radius: number; name: string }[];
  /** What stands at both ends of each row. */
  rowNames: { x: number; y: number; name: string }[];
}

export interface Plan {
  areas: PlanArea[];
  width: number;
  height: number;
}

const MARGIN = 16;
const HEAD = 22;
const GAP = 8;

/** Of the halls looked at last: drawing five thousand seats anew for every glance takes longer than the glance. */
const drawn = kept<Plan>(8);
const seatLists = new WeakMap<Plan, readonly PlanSeat[]>();

/** The hall as it is drawn: every seat with its name, its place on the paper and its place in protocol. Never changed. */
export function layOut(areas: readonly SeatingArea[]): Plan {
  const description = JSON.stringify(areas);
  return drawn.get(description) ?? drawn.set(description, drawHall(areas));
}

export function seatsOf(plan: Plan): readonly PlanSeat[] {
  const known = seatLists.get(plan) ?? plan.areas.flatMap(({ seats }) => seats);
  seatLists.set(plan, known);
  return known;
}

function drawHall(areas: readonly SeatingArea[]): Plan {
  const numbers = numbersOf(areas);
  const parts = areas.map((area, at) => drawArea(area, numbers[at] ?? 0));
  const width = Math.max(240, ...parts.map((each) => each.width)) + 2 * MARGIN;
  let y = MARGIN;
  const moved = parts.map((area) => {
    const top = y;
    y += area.height + GAP;
    return shift(area, (width - area.width) / 2, top);
  });
  return { areas: moved, width, height: y - GAP + MARGIN };
}

function drawArea(area: SeatingArea, first: number): PlanArea {
  const lines = linesOf(area);
  const seats = lines.seats.map((seat) => planSeat(area, seat, first));
  const isRows = area.kind === 'rows';
  const edge = isRows ? 22 : 8;
  return {
    area,
    x: 0,
    y: 0,
    width: lines.width + 2 * edge,
    height: lines.height + HEAD + 8,
    seats: seats.map((seat) => ({ ...seat, x: seat.x + edge, y: seat.y + HEAD })),
    tables: lines.tables.map((table) => ({
      ...table,
      x: table.x + edge,
      y: table.y + HEAD,
      name: String(table.row + first),
    })),
    rowNames: isRows ? rowNames(area, first, lines) : [],
  };
}

function rowNames(
  area: SeatingArea,
  first: number,
  { width, rowTops }: { width: number; rowTops: readonly number[] },
): PlanArea['rowNames'] {
  return rowTops.slice(0, area.rows).flatMap((top, row) => {
    const name = rowName(first + row);
    return [9, width + 35].map((x) => ({ x, y: top + HEAD, name }));
  });
}

function planSeat(area: SeatingArea, seat: PlacedSeat, first: number): PlanSeat {
  const { row, number } = seat;
  const place = placeOf(area, seat, first);
  const short = shortName(place);
  const blocked = area.blocked.some((word) => word === short || word === lineName(place));
  const kept = seat.line < area.keptRows;
  const { x, y, line, rank, segment } = seat;
  return {
    key: `${area.id}:${row}:${number}`,
    place,
    short,
    x,
    y,
    line,
    rank,
    segment,
    number,
    kept,
    blocked,
  };
}

function placeOf({ kind, prefix }: SeatingArea, { row, number }: PlacedSeat, first: number): SeatPlace {
  switch (kind) {
    case 'rows':
      return { kind, prefix, row: rowName(first + row - 1), number };
    case 'tables':
      return { kind, prefix, table: first + row, number };
    case 'stage':
    case 'u':
      return { kind, prefix, number: first + number };
  }
}

function lineName(place: SeatPlace): string {
  if (place.kind === 'rows') return place.row;
  return place.kind === 'tables' ? String(place.table) : '';
}

function shift(area: PlanArea, x: number, y: number): PlanArea {
  const move = <T extends { x: number; y: number }>(thing: T): T => ({
    ...thing,
    x: Math.round((thing.x + x) * 10) / 10,
    y: Math.round((thing.y + y) * 10) / 10,
  });
  return {
    ...move(area),
    seats: area.seats.map(move),
    tables: area.tables.map(move),
    rowNames: area.rowNames.map(move),
  };
}
