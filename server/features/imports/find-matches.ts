import { setImmediate as breathe } from 'node:timers/promises';
import { type ImportRow, ImportRows, type RowMatch } from '../../../models/import-row.ts';
import { cellsOfPerson } from './cells-of-person.ts';
import { compare, describe, type Description, type Likeness } from './compare-people.ts';
import { type Circle, describeKnown, everybodyKnown, type Known, knownLike } from './known-people.ts';
import { type Likely, likelyOf, nobody, withLikely } from './likely-people.ts';
import { personKeys } from './row-keys.ts';

/** So many people under one address are an office that shares it, and tell nobody apart; of namesakes the first are looked at. */
const CROWD = 60;
const BREATHE_EVERY = 200;

type Matched = Pick<ImportRow, '_id' | 'number' | 'cells' | 'keys' | 'choice' | keyof Likely>;

/**
 * Sets who may be meant by each row: the same table further up, the list, the directory. Everybody is looked at once, under
 * their keys, so ten thousand rows against ten thousand people cost twenty thousand looks.
 */
export async function findMatches(rows: readonly Matched[], circle: Circle): Promise<void> {
  const people = rows.map(({ cells, keys }) => describe(cells, keys));
  const byKey = new Map<string, number[]>();
  for (const [index, row] of rows.entries()) {
    if (row.choice === 'skip') continue;
    matchAbove(rows, people, { index, byKey });
    for (const key of row.keys) byKey.set(key, [...(byKey.get(key) ?? []), index]);
    if (index % BREATHE_EVERY === 0) await breathe();
  }
  let seen = 0;
  for await (const known of everybodyKnown(circle)) {
    matchKnown(known, { rows, people, byKey, circle });
    if ((seen += 1) % BREATHE_EVERY === 0) await breathe();
  }
}

/** The same for one row, whose cells were changed. */
export async function matchOf(
  row: Pick<ImportRow, '_id' | 'import' | 'number' | 'part' | 'cells' | 'keys'>,
  circle: Circle,
): Promise<Likely> {
  const wanted = describe(row.cells, row.keys);
  if (row.keys.length === 0) return nobody;
  const above = await ImportRows.find(
    { import: row.import, keys: { $in: row.keys }, number: { $lte: row.number }, choice: { $ne: 'skip' } },
    { cells: 1, keys: 1, number: 1, part: 1 },
  )
    .sort({ number: 1, part: 1 })
    .limit(CROWD)
    .lean<ImportRow[]>();
  const earlier = above.filter(({ number, part }) => number < row.number || part < row.part);
  const matches = earlier.map((other) => rowMatch(other, compare(describe(other.cells, other.keys), wanted)));
  for (const known of await knownLike(circle, wanted)) {
    const description = { ...describeKnown(known, circle.locale), keys: personKeys(known.person) };
    matches.push(knownMatch(known, compare(description, wanted), circle));
  }
  return matches.reduce<Likely>(withLikely, nobody);
}

function matchAbove(
  rows: readonly Matched[],
  people: readonly Description[],
  { index, byKey }: { index: number; byKey: ReadonlyMap<string, readonly number[]> },
): void {
  const [row, person] = [rows[index], people[index]];
  if (!row || !person) return;
  for (const other of candidates(person.keys, byKey)) {
    const [above, description] = [rows[other], people[other]];
    if (above && description) consider(row, rowMatch(above, compare(description, person)));
    if (row.match?.certain) return;
  }
}

function matchKnown(
  known: Known,
  {
    rows,
    people,
    byKey,
    circle,
  }: {
    rows: readonly Matched[];
    people: readonly Description[];
    byKey: ReadonlyMap<string, readonly number[]>;
    circle: Circle;
  },
): void {
  const keys = personKeys(known.person);
  const found = candidates(keys, byKey);
  if (found.length === 0) return;
  const description = { ...describeKnown(known, circle.locale), keys };
  for (const index of found) {
    const [row, person] = [rows[index], people[index]];
    if (row && person) consider(row, knownMatch(known, compare(description, person), circle));
  }
}

function consider(row: Matched, found: RowMatch | null): void {
  if (found) Object.assign(row, withLikely(likelyOf(row), found));
}

function candidates(keys: readonly string[], byKey: ReadonlyMap<string, readonly number[]>): number[] {
  const found = new Set<number>();
  for (const key of keys) {
    const there = byKey.get(key) ?? [];
    const isName = key.startsWith('n:') || key.startsWith('s:');
    if (isName || there.length <= CROWD) for (const index of there.slice(0, CROWD)) found.add(index);
  }
  return [...found];
}

function rowMatch(
  row: Pick<ImportRow, '_id' | 'cells' | 'number'>,
  likeness: Likeness | null,
): RowMatch | null {
  return likeness && { kind: 'row', id: row._id, ...likeness, there: row.cells, number: row.number };
}

function knownMatch(known: Known, likeness: Likeness | null, { locale }: Circle): RowMatch | null {
  if (!likeness) return null;
  const there = cellsOfPerson(known.person, locale);
  const off = known.isCancelled ? { isCancelled: true } : {};
  const own = known.contact ? { contact: known.contact } : {};
  return { kind: known.kind, id: known.id, ...likeness, there, number: 0, ...off, ...own };
}
