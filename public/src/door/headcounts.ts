import type { Attendance } from '../../../contract/attendance/fold.ts';

/** Who is in on each list, kept up to date guest by guest. */
export interface Headcounts {
  put: (list: string, guest: string, attendance: Attendance) => void;
  of: (list: string) => { guests: ReadonlySet<string>; companions: number };
  clear: () => void;
}

interface Heads {
  guests: Set<string>;
  along: Map<string, number>;
  companions: number;
}

export function headcounts(): Headcounts {
  const lists = new Map<string, Heads>();

  function headsOf(list: string): Heads {
    const known = lists.get(list);
    if (known) return known;
    const fresh: Heads = { guests: new Set(), along: new Map(), companions: 0 };
    lists.set(list, fresh);
    return fresh;
  }

  return {
    put(list, guest, { inside, companions }) {
      const heads = headsOf(list);
      if (inside === null) heads.guests.delete(guest);
      else heads.guests.add(guest);
      heads.companions += companions.length - (heads.along.get(guest) ?? 0);
      heads.along.set(guest, companions.length);
    },
    of: headsOf,
    clear: () => lists.clear(),
  };
}
