/** What was there before an import wrote: the revision of the last of its writes, the facts before the first. */
export interface FormerFacts<T> {
  rev: number;
  facts: Partial<T>;
}

/**
 * The past of somebody whom several rows wrote to, one after the other. Null when there is none, or when somebody else
 * wrote in between: then nobody can tell any more what was whose.
 */
export function former<T>(parts: readonly (object | null | undefined)[]): FormerFacts<T> | null {
  const known = parts
    .filter((part) => part !== null && part !== undefined)
    .map((part) => part as FormerFacts<T>)
    .toSorted((a, b) => b.rev - a.rev);
  const [last] = known;
  if (!last || known.length < parts.length) return null;
  const isUnbroken = known.every(({ rev }, index) => rev === last.rev - index);
  if (!isUnbroken) return null;
  return { rev: last.rev, facts: Object.assign({}, ...known.map(({ facts }) => facts)) as Partial<T> };
}
