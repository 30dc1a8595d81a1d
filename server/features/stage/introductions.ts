import type { Guest } from '../../../models/guest.ts';
import type { StageTick } from '../../../models/stage.ts';

export type Ranked = Pick<Guest, '_id' | 'order'>;

export interface Introduction<P extends Ranked = Ranked> {
  guest: P;
  introduced: boolean;
  /** Came in after somebody of lower rank had already been introduced: to be named on its own. */
  late: boolean;
}

/** By rank; two of the same rank stay in the same order, however they arrive. */
export function inOrder<P extends Ranked>(present: readonly P[]): P[] {
  return present.toSorted((a, b) => compare(a.order, b.order) || compare(String(a._id), String(b._id)));
}

/**
 * The people in the hall in the order in which they must be named. The order is frozen by rank; only presence
 * changes. Somebody not yet named whose place has already been passed is flagged at that place.
 */
export function introductions<P extends Ranked>(
  ordered: readonly P[],
  ticks: readonly StageTick[],
): Introduction<P>[] {
  const ticked = new Set(ticks.map((tick) => tick.id));
  const lastNamed = ticked.size > 0 ? ordered.findLastIndex((guest) => ticked.has(String(guest._id))) : -1;
  return ordered.map((guest, place) => {
    const introduced = place <= lastNamed && ticked.has(String(guest._id));
    return { guest, introduced, late: !introduced && place < lastNamed };
  });
}

// Protocol order is a byte-comparable string; a language's own collation would reorder it.
function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

export interface PlacedIntroduction<P extends Ranked = Ranked> {
  entry: Introduction<P>;
  place: number;
}

/** So many lines can be worked with on a lectern; a hall of thousands is never read out to its last name. */
const WINDOW = 150;

/**
 * What the lectern shows of a long list, with each line's place in the whole: everybody who came late, and from some
 * lines before the next to be named onwards. Short lists are shown as they are.
 */
export function aroundNext<P extends Ranked>(list: readonly Introduction<P>[]): PlacedIntroduction<P>[] {
  const placed = list.map((entry, index) => ({ entry, place: index + 1 }));
  if (list.length <= WINDOW) return placed;
  const lastNamed = list.findLastIndex((entry) => entry.introduced);
  const from = Math.max(0, Math.min(lastNamed - 20, list.length - WINDOW));
  const late = placed.slice(0, from).filter(({ entry }) => entry.late);
  return [...late.slice(-WINDOW / 3), ...placed.slice(from, from + WINDOW)];
}
