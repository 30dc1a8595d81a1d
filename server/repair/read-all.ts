interface Store {
  collection: {
    find(filter: object, options: object): AsyncIterable<object>;
  };
}

/** Documents at a time: enough that the way to the database does not count. */
const BATCH = 1000;

/**
 * Reads a whole collection past mongoose, which would spend more on each document than the check does. `fields` is a
 * projection: what is not needed need not travel.
 */
export function readAll<T extends object>(
  { collection }: Store,
  { filter = {}, fields }: { filter?: object; fields: Readonly<Record<string, 0 | 1>> },
): AsyncIterable<T> {
  return collection.find(filter, { projection: fields, batchSize: BATCH }) as AsyncIterable<T>;
}
