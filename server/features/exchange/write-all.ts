const CHUNK = 1000;

/** What is needed of a mongoose model here; every model fits. */
export interface Target {
  collection: { insertMany(documents: object[], options: { ordered: boolean }): Promise<unknown> };
}

/** Writes many complete documents, in pieces small enough to let others through. Calls `between` after each. */
export async function writeAll(
  model: Target,
  documents: readonly object[],
  between: () => Promise<void> = async () => {},
): Promise<void> {
  for (let from = 0; from < documents.length; from += CHUNK) {
    await model.collection.insertMany(documents.slice(from, from + CHUNK), { ordered: false });
    await between();
  }
}
