import type { Line, LineSeat } from './filling.ts';

/**
 * The best free seats side by side: as near to the middle as there are, without an aisle between them if that can be,
 * otherwise across it. Null when the line has none.
 */
export function runNear(line: Line, size: number): readonly LineSeat[] | null {
  if (line.free < size) return null;
  return bestRun(line, size, (a, b) => a.segment === b.segment) ?? bestRun(line, size, () => true);
}

/** How many can sit side by side at most. */
export function longestRun({ seats }: Line): number {
  let longest = 0;
  let run = 0;
  for (const { taken } of seats) {
    run = taken ? 0 : run + 1;
    if (run > longest) longest = run;
  }
  return longest;
}

function bestRun(
  { seats }: Line,
  size: number,
  beside: (one: LineSeat, next: LineSeat) => boolean,
): readonly LineSeat[] | null {
  let best = -1;
  let least = Number.POSITIVE_INFINITY;
  let run = 0;
  let sum = 0;
  for (const [at, seat] of seats.entries()) {
    const before = seats[at - 1];
    const goesOn = !seat.taken && before && !before.taken && run > 0 && beside(before, seat);
    run = seat.taken ? 0 : goesOn ? run + 1 : 1;
    sum = seat.taken ? 0 : goesOn ? sum + seat.rank : seat.rank;
    if (run > size) {
      sum -= seats[at - size]?.rank ?? 0;
      run = size;
    }
    if (run === size && sum < least) [best, least] = [at, sum];
  }
  return best === -1 ? null : seats.slice(best - size + 1, best + 1);
}
