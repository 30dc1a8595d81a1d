import type { Guest } from '../../../models/guest.ts';
import type { StageTick } from '../../../models/stage.ts';

/** A guest in the hall. When a substitute came, its name; the guest is then the one represented. */
export interface Introducible extends Pick<
  Guest,
  '_id' | 'name' | 'addressForm' | 'position' | 'organisationName' | 'pronunciation' | 'order' | 'standsFor'
> {
  substitute: string;
  admittedAt: Date;
}

export interface Introduction {
  guest: Introducible;
  introduced: boolean;
  /** Came in after somebody of lower rank had already been introduced: to be named on its own. */
  late: boolean;
}

/**
 * The people in the hall in the order in which they must be named. The order is frozen by rank; only presence
 * changes. Somebody not yet named whose place has already been passed is flagged at that place.
 */
export function introductions(present: readonly Introducible[], ticks: readonly StageTick[]): Introduction[] {
  const ticked = new Set(ticks.map((tick) => tick.id));
  const ordered = present.toSorted(
    (a, b) => compare(a.order, b.order) || compare(String(a._id), String(b._id)),
  );
  const lastNamed = ordered.findLastIndex((guest) => ticked.has(String(guest._id)));
  return ordered.map((guest, place) => {
    const introduced = ticked.has(String(guest._id));
    return { guest, introduced, late: !introduced && place < lastNamed };
  });
}

// Protocol order is a byte-comparable string; a language's own collation would reorder it.
function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** So many lines can be worked with on a lectern; a hall of thousands is never read out to its last name. */
const WINDOW = 150;

/**
 * What the lectern shows of a long list, with each line's place in the whole: everybody who came late, and from some
 * lines before the next to be named onwards. Short lists are shown as they are.
 */
export function aroundNext(list: readonly Introduction[]): { entry: Introduction; place: number }[] {
  const placed = list.map((entry, index) => ({ entry, place: index + 1 }));
  if (list.length <= WINDOW) return placed;
  const lastNamed = list.findLastIndex((entry) => entry.introduced);
  const from = Math.max(0, Math.min(lastNamed - 20, list.length - WINDOW));
  const late = placed.slice(0, from).filter(({ entry }) => entry.late);
  return [...late.slice(-WINDOW / 3), ...placed.slice(from, from + WINDOW)];
}
