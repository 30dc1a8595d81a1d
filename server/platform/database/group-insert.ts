import type mongoose from 'mongoose';
import { type Fate, inGroups } from '../in-groups.ts';
import { DUPLICATE, refusals } from './refusals.ts';

export type Insertion = 'inserted' | 'duplicate';

interface Target {
  collection: Pick<mongoose.Collection, 'insertMany'>;
}

type Document = { _id: unknown };

/**
 * Inserts documents one by one for its callers, but in groups for the database, each group as one journaled command.
 * Each caller learns the fate of its own document.
 */
export function groupInsert(model: Target): (document: Document) => Promise<Insertion> {
  return inGroups((group) => insertGroup(model, group));
}

async function insertGroup(model: Target, group: readonly Document[]): Promise<Fate<Insertion>[]> {
  try {
    // The plain driver: the documents are made by our own code, and validation costs more than the write.
    await model.collection.insertMany(
      group.map((document) => document as Record<string, unknown>),
      { ordered: false },
    );
    return group.map(() => ({ value: 'inserted' }));
  } catch (error) {
    const refused = refusals(error);
    if (!refused) throw error;
    return group.map((_, place) => fateOf(refused.get(place), error));
  }
}

function fateOf(refusal: number | undefined, error: unknown): Fate<Insertion> {
  if (refusal === undefined) return { value: 'inserted' };
  return refusal === DUPLICATE ? { value: 'duplicate' } : { error };
}
