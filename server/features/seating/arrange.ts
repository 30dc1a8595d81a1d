import { areasFor, type Filling, fillingOf, isSeated, type Line, type LineSeat, take } from './filling.ts';
import { longestRun, runNear } from './free-run.ts';
import type { Plan } from './lay-out.ts';
import { occupant, personOf } from './occupant.ts';

/** Who is to be seated, with those who come along. */
export interface Party {
  id: string;
  /** Protocol order, compared byte by byte. */
  order: string;
  category: string;
  delegation: string;
  companions: number;
}

export interface ArrangeOptions {
  /** Members of a delegation sit beside each other, where its first member's rank puts them. */
  delegations: boolean;
  /** Whoever has a seat stays in it. */
  keep: boolean;
}

export interface Arrangement {
  /** Seat → occupant. */
  seats: Record<string, string>;
  /** Guests for whom there was no seat, in protocol order. */
  left: string[];
}

/**
 * Seats people by rank: the best seats first, each row from its middle outwards, right and left in turn. A row that has
 * been passed is not gone back to, so nobody sits behind somebody of a lower rank; only when seats run out are the
 * gaps filled that couples have left.
 */
export function arrange(
  plan: Plan,
  parties: readonly Party[],
  { seats, options }: { seats: Readonly<Record<string, string>>; options: ArrangeOptions },
): Arrangement {
  const filling = fillingOf(plan, staying(plan, parties, { seats, keep: options.keep }));
  const waiting = parties
    .filter((party) => !isSeated(filling, party.id))
    .toSorted((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : a.id < b.id ? -1 : 1));
  const left = groupsOf(waiting, options.delegations).flatMap((group) =>
    group.length > 1 ? seatGroup(filling, group) : group.filter((party) => !seatParty(filling, party)),
  );
  const still = left.filter((party) => !squeezeIn(filling, party));
  return { seats: filling.seats, left: still.map(({ id }) => id) };
}

/** Those who keep the seat they have: everybody, or those whom somebody seated where automatic seating does not. */
function staying(
  plan: Plan,
  parties: readonly Party[],
  { seats, keep }: { seats: Readonly<Record<string, string>>; keep: boolean },
): Record<string, string> {
  const expected = new Map(parties.map(({ id, companions }) => [id, companions]));
  const stays = plan.areas.flatMap(({ area, seats: ofArea }) =>
    ofArea.flatMap(({ key, blocked, kept }) => {
      const who = seats[key];
      if (who === undefined || blocked) return [];
      const { guest, companion } = personOf(who);
      const isExpected = companion <= (expected.get(guest) ?? -1);
      return isExpected && (keep || kept || !area.automatic) ? [[key, who]] : [];
    }),
  );
  return Object.fromEntries(stays) as Record<string, string>;
}

function groupsOf(waiting: readonly Party[], together: boolean): Party[][] {
  if (!together) return waiting.map((party) => [party]);
  const groups = new Map<string, Party[]>();
  for (const party of waiting) {
    const name = party.delegation === '' ? `\u0000${party.id}` : party.delegation;
    const group = groups.get(name);
    if (group) group.push(party);
    else groups.set(name, [party]);
  }
  return [...groups.values()];
}

/** In the best row that still has a place for the party; rows before the current one are behind us. */
function seatParty(filling: Filling, party: Party): boolean {
  for (const lines of areasFor(filling, party.category)) {
    for (let at = lines.current; at < lines.lines.length; at += 1) {
      const line = lines.lines[at];
      const run = line && runNear(line, party.companions + 1);
      if (!line || !run) continue;
      lines.current = at;
      takeRun(filling, { line, run, parties: [party] });
      return true;
    }
  }
  return false;
}

/** Side by side where there is room for all of them, otherwise in as few pieces as the rows allow. */
function seatGroup(filling: Filling, group: readonly Party[]): Party[] {
  const categories = [...new Set(group.map(({ category }) => category))];
  return categories.flatMap((category) => {
    let waiting = group.filter((party) => party.category === category);
    while (waiting.length > 0) {
      const seated = seatAsMany(filling, waiting, category);
      if (seated === 0) return waiting;
      waiting = waiting.slice(seated);
    }
    return [];
  });
}

/** Seats the first of them in one run of seats, and says how many parties that were. */
function seatAsMany(filling: Filling, parties: readonly Party[], category: string): number {
  const all = sizeOf(parties);
  const lines = areasFor(filling, category).flatMap((area) => area.lines);
  const whole = lines.find((line) => line.free >= all && runNear(line, all));
  const line = whole ?? roomiest(lines);
  if (!line) return 0;
  const fitting = whole ? parties : fittingInto(longestRun(line), parties);
  const run = fitting.length > 0 ? runNear(line, sizeOf(fitting)) : null;
  if (!run) return 0;
  takeRun(filling, { line, run, parties: fitting });
  return fitting.length;
}

function roomiest(lines: readonly Line[]): Line | undefined {
  let best: Line | undefined;
  let most = 0;
  for (const line of lines) {
    const room = line.free > most ? longestRun(line) : 0;
    if (room > most) [best, most] = [line, room];
  }
  return best;
}

function fittingInto(room: number, parties: readonly Party[]): Party[] {
  let left = room;
  const beyond = parties.findIndex((party) => (left -= party.companions + 1) < 0);
  return beyond === -1 ? [...parties] : parties.slice(0, beyond);
}

/** When the rows are through: a gap that others left, and for a couple at worst two seats apart. */
function squeezeIn(filling: Filling, party: Party): boolean {
  const size = party.companions + 1;
  const lines = areasFor(filling, party.category).flatMap((area) => area.lines);
  for (const line of lines) {
    const run = line.free >= size ? runNear(line, size) : null;
    if (run) return takeRun(filling, { line, run, parties: [party] });
  }
  const single = lines.flatMap((line) =>
    line.seats.filter(({ taken }) => !taken).map((seat) => ({ line, seat })),
  );
  if (single.length < size) return false;
  single
    .slice(0, size)
    .forEach(({ line, seat }, at) => take(filling, line, { seat, who: occupant(party.id, at) }));
  return true;
}

/** The first of them nearest to the middle, each with their companions at their side. */
function takeRun(
  filling: Filling,
  { line, run, parties }: { line: Line; run: readonly LineSeat[]; parties: readonly Party[] },
): true {
  const [first, last] = [run[0], run.at(-1)];
  const seats = first && last && last.rank < first.rank ? run.toReversed() : run;
  const people = parties.flatMap(({ id, companions }) =>
    Array.from({ length: companions + 1 }, (_, at) => occupant(id, at)),
  );
  seats.forEach((seat, at) => take(filling, line, { seat, who: people[at] ?? '' }));
  return true;
}

function sizeOf(parties: readonly Party[]): number {
  return parties.reduce((size, { companions }) => size + companions + 1, 0);
}
