import type { Nomination, Nominee } from '../../../models/nomination.ts';

/** How a unit's seats are filled. */
export interface Seats {
  /** Named and not sent back; those who shall replace somebody take no seat of their own. */
  named: number;
  accepted: number;
  /** Waiting for the organisers. */
  waiting: number;
  returned: number;
  /** Who shall take the seat of somebody named before. */
  replacements: number;
  free: number;
  over: number;
}

export type Listed = Pick<Nomination, 'quota'> & { nominees: readonly Pick<Nominee, 'state' | 'replaces'>[] };

export function seatsOf({ quota, nominees }: Listed): Seats {
  const count = (fits: (one: Pick<Nominee, 'state' | 'replaces'>) => boolean) => nominees.filter(fits).length;
  const named = count(holdsSeat);
  return {
    named,
    accepted: count(({ state }) => state === 'accepted'),
    waiting: count((one) => one.state === 'named' && one.replaces === ''),
    returned: count(({ state }) => state === 'returned'),
    replacements: count(isReplacement),
    free: Math.max(0, quota - named),
    over: Math.max(0, named - quota),
  };
}

export function holdsSeat({ state, replaces }: Pick<Nominee, 'state' | 'replaces'>): boolean {
  return state === 'accepted' || (state === 'named' && replaces === '');
}

export function isReplacement({ state, replaces }: Pick<Nominee, 'state' | 'replaces'>): boolean {
  return state === 'named' && replaces !== '';
}

/** Those for whom there is no seat any more: accepted names keep theirs, the others in the order of the list. */
export function namedOver({ quota, nominees }: Pick<Nomination, 'quota' | 'nominees'>): Set<string> {
  const accepted = nominees.filter(({ state }) => state === 'accepted').length;
  const waiting = nominees.filter((one) => one.state === 'named' && one.replaces === '');
  return new Set(waiting.slice(Math.max(0, quota - accepted)).map(({ id }) => id));
}
