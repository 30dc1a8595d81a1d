import { inGroups } from '../in-groups.ts';

/**
 * Reads by key for its callers one by one, but in groups for the database. So every answer was read after it was asked
 * for, and nothing is kept. Callers that ask for the same key at once get the same object: it must not be changed.
 */
export function groupRead<V>(
  load: (keys: string[]) => Promise<ReadonlyMap<string, V>>,
): (key: string) => Promise<V | undefined> {
  return inGroups(async (keys) => {
    const found = await load([...new Set(keys)]);
    return keys.map((key) => ({ value: found.get(key) }));
  });
}
