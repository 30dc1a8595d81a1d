import type { Plan, PlanArea } from './lay-out.ts';

export interface LineSeat {
  key: string;
  number: number;
  rank: number;
  segment: number;
  taken: boolean;
}

/** A row or a table: its seats in the order in which they stand beside each other. */
export interface Line {
  seats: LineSeat[];
  free: number;
}

export interface AreaFilling {
  categories: readonly string[];
  lines: Line[];
  /** The row that is being filled; those before it are done. */
  current: number;
}

/** The hall while it is being filled. */
export interface Filling {
  seats: Record<string, string>;
  seated: Set<string>;
  areas: AreaFilling[];
}

export function fillingOf(plan: Plan, seats: Record<string, string>): Filling {
  return {
    seats,
    seated: new Set(Object.values(seats)),
    areas: plan.areas
      .filter(({ area }) => area.automatic)
      .map((area) => ({ categories: area.area.categories, lines: freeLines(area, seats), current: 0 })),
  };
}

/** A category sits in the parts that are bound to it; everybody else in the parts that are bound to none. */
export function areasFor({ areas }: Filling, category: string): AreaFilling[] {
  const bound = areas.filter(({ categories }) => categories.includes(category));
  return bound.length > 0 ? bound : areas.filter(({ categories }) => categories.length === 0);
}

export function isSeated({ seated }: Filling, who: string): boolean {
  return seated.has(who);
}

export function take(filling: Filling, line: Line, { seat, who }: { seat: LineSeat; who: string }): void {
  seat.taken = true;
  line.free -= 1;
  filling.seats[seat.key] = who;
  filling.seated.add(who);
}

function freeLines({ seats }: PlanArea, taken: Readonly<Record<string, string>>): Line[] {
  const lines: Line[] = [];
  for (const { key, number, rank, segment, line, kept, blocked } of seats) {
    const seat = { key, number, rank, segment, taken: kept || blocked || taken[key] !== undefined };
    const into = (lines[line] ??= { seats: [], free: 0 });
    into.seats.push(seat);
    if (!seat.taken) into.free += 1;
  }
  for (const line of lines) line.seats.sort((a, b) => a.number - b.number);
  return lines;
}
