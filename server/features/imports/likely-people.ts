import type { Types } from 'mongoose';
import type { ImportRow, RowMatch } from '../../../models/import-row.ts';

/** Who may be meant by a row: the likeliest, and the others beside them. */
export interface Likely {
  match: RowMatch | null;
  others: RowMatch[];
  unnamed: number;
}

export const nobody: Likely = { match: null, others: [], unnamed: 0 };

const MOST = 6;

const order = [
  'row certain',
  'guest certain',
  'contact certain',
  'guest likely',
  'row likely',
  'contact likely',
];

/**
 * With one more: what is certain before what is likely, then the nearer one, then who is expected before who was taken
 * off the list; the first of equals. Of rows further up only the likeliest is kept.
 */
export function withLikely(likely: Likely, found: RowMatch | null): Likely {
  const known = peopleIn(likely);
  if (!found || known.some((person) => isHim(person, found))) return likely;
  const [match = null, ...rest] = inOrder([...known, found]);
  const others = rest.filter(({ kind }) => kind !== 'row');
  const named = others.slice(0, MOST - 1);
  return { match, others: named, unnamed: likely.unnamed + others.length - named.length };
}

export function likelyOf({ match, others = [], unnamed = 0 }: Pick<ImportRow, keyof Likely>): Likely {
  return { match, others, unnamed };
}

/** With somebody else of them in the first place; null when they are not among them. */
export function withChosen(likely: Likely, id: string): Likely | null {
  const people = peopleIn(likely);
  const chosen = people.find((person) => String(person.id) === id);
  if (!chosen) return null;
  return { ...likely, match: chosen, others: people.filter((person) => person !== chosen) };
}

/** All of them in an order that does not change with the choice. */
export function everyone(likely: Pick<Likely, 'match' | 'others'>): RowMatch[] {
  return inOrder(peopleIn(likely).toSorted((a, b) => (String(a.id) < String(b.id) ? -1 : 1)));
}

function peopleIn({ match, others }: Pick<Likely, 'match' | 'others'>): RowMatch[] {
  return match ? [match, ...others] : [];
}

function inOrder(people: readonly RowMatch[]): RowMatch[] {
  return people.toSorted((a, b) => rankOf(a) - rankOf(b));
}

function rankOf({ kind, certain, isCancelled }: RowMatch): number {
  return order.indexOf(`${kind} ${certain ? 'certain' : 'likely'}`) + (isCancelled ? 0.5 : 0);
}

/** A guest and their own entry in the directory are one person. */
function isHim(guest: RowMatch, { kind, id }: RowMatch): boolean {
  return kind === 'contact' && isSame(guest.contact, id);
}

function isSame(a: Types.ObjectId | null | undefined, b: Types.ObjectId): boolean {
  return String(a) === String(b);
}
