import type { Guest } from '../../../models/guest.ts';
import type { StageTick } from '../../../models/stage.ts';

/** A guest in the hall. When a substitute came, its name; the guest is then the one represented. */
export interface Introducible extends Pick<
  Guest,
  '_id' | 'name' | 'addressForm' | 'position' | 'organisationName' | 'pronunciation' | 'order'
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
