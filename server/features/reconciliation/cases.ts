import type { CheckIn, Passage } from '../../../models/check-in.ts';
import type { Decision } from '../../../models/fields/decision.ts';
import { revokedEntries } from '../attendance/revoked-entries.ts';

/** An entry that contradicts an admission, and what was decided about it. */
export interface Case {
  /** The passage it was first seen in: by this it is known, whatever is decided. */
  about: string;
  second: Passage;
  /** The admission it contradicts; null when that was taken back since. */
  first: Passage | null;
  /** The last one holds. */
  decisions: Decision[];
  /** Since when the pass no longer admitted that it was made by; null where something else is wrong with it. */
  revokedAt: Date | null;
}

type Folded = Pick<CheckIn, 'passages' | 'doubles' | 'decisions'>;

/** The contradictions of one guest on one list: those that wait, and those that somebody has decided about. */
export function casesOf(checkIn: Folded, revokedAt?: Date): Case[] {
  const { decisions = [], doubles } = checkIn;
  const decided = new Map(
    decisions.map(({ about }) => [about, decisions.filter((each) => each.about === about)]),
  );
  const waiting = doubles.filter(({ id }) => aboutOf(decisions, id) === null);
  const byRevoked = revokedEntries(checkIn, revokedAt);
  return [
    ...byRevoked.flatMap(({ id }) => caseOf(checkIn, { about: id, of: '', decisions: [], revokedAt })),
    ...waiting.flatMap(({ id, of }) => caseOf(checkIn, { about: id, of, decisions: [] })),
    ...[...decided].flatMap(([about, own]) =>
      caseOf(checkIn, { about, of: own[0]?.of ?? '', decisions: own, revokedAt }),
    ),
  ];
}

/** How many wait for somebody to decide. */
export function waitingIn({ doubles, decisions = [] }: Pick<CheckIn, 'doubles' | 'decisions'>): number {
  return doubles.filter(({ id }) => aboutOf(decisions, id) === null).length;
}

/** A decision may have written the entry again: it is the same contradiction under another id. */
function aboutOf(decisions: readonly Decision[], entry: string): string | null {
  return decisions.find(({ about, stands }) => about === entry || stands.entry === entry)?.about ?? null;
}

function caseOf(
  { passages }: Folded,
  {
    about,
    of,
    decisions,
    revokedAt,
  }: Pick<Case, 'about' | 'decisions'> & { of: string; revokedAt?: Date | undefined },
): Case[] {
  const second = passages.find(({ id }) => id === about);
  if (!second) return [];
  const first = passages.find(({ id }) => id === of) ?? null;
  return [{ about, second, first, decisions, revokedAt: of === '' ? (revokedAt ?? null) : null }];
}
