import type mongoose from 'mongoose';
import { DUPLICATE, refusals } from './refusals.ts';

/**
 * Inserts documents that may be there already, by their ids; those stay as they are. A seventh of the price of
 * upserts, which matters where a rush writes thousands of them. Documents are made by our own code and not validated.
 */
export async function insertMissing(
  model: { collection: Pick<mongoose.Collection, 'insertMany'> },
  documents: readonly { _id: string }[],
): Promise<void> {
  if (documents.length === 0) return;
  try {
    await model.collection.insertMany([...documents] as { _id: never }[], { ordered: false });
  } catch (error) {
    // Unordered: whatever was missing is in. Other errors than duplicates are still errors.
    const refused = refusals(error);
    if (!refused || [...refused.values()].some((code) => code !== DUPLICATE)) throw error;
  }
}
