import { searchTerms } from '../text.ts';

/** From this many on, one term is as common as another. */
const COMMON = 300;

/**
 * What was typed into a search box as conditions on folded `words`: every term begins some word. The database uses
 * an index for the first of them only, so the rarest stands first; `count` says how many records one would find.
 */
export async function wordConditions(
  query: string,
  count: (condition: object, limit: number) => Promise<number>,
): Promise<{ words: object }[]> {
  const conditions = searchTerms(query).map((term) => ({ words: beginning(term) }));
  if (conditions.length < 2) return conditions;
  const counted = await Promise.all(
    conditions.map(async (condition) => ({ condition, found: await count(condition, COMMON) })),
  );
  return counted.toSorted((a, b) => a.found - b.found).map(({ condition }) => condition);
}

/**
 * A range of the index; terms are letters and digits only. Unlike the same range in `$elemMatch` it is counted in the
 * index alone.
 */
function beginning(term: string): object {
  return { $regex: `^${term}` };
}
