import type { Effect } from './carry-out.ts';

interface Source {
  findById(id: string, projection: { effects: 1 }): { lean<T>(): Promise<T | null> };
}

/**
 * What a document that is about to be deleted has still to bring about. Whoever outlives it carries that on; if it is
 * carried out meanwhile, the ids of the effects say so.
 */
export async function effectsLeft(model: Source, id: string): Promise<Effect[]> {
  const found = await model.findById(id, { effects: 1 }).lean<{ effects: Effect[] }>();
  return found?.effects ?? [];
}
