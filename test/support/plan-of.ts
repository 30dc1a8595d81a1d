import mongoose from 'mongoose';

interface Planned<T> {
  result: T;
  /** The winning plan as text. */
  plan: string;
  keys: number;
  documents: number;
}

/** Runs a query and asks the database how it went about the last search it was asked for in this collection. */
export async function planOf<T>(collection: string, run: () => Promise<T>): Promise<Planned<T>> {
  let asked: { filter: object; options: object } | undefined;
  mongoose.set('debug', (name: string, method: string, filter: object, options: object) => {
    if (name === collection && method === 'find') asked = { filter, options };
  });
  const result = await run();
  mongoose.set('debug', false);
  if (!asked) throw new Error(`Nothing was searched for in ${collection}`);
  const { executionStats, queryPlanner } = await mongoose.connection
    .collection(collection)
    .find(asked.filter, asked.options)
    .explain('executionStats');
  return {
    result,
    plan: JSON.stringify(queryPlanner['winningPlan']),
    keys: Number(executionStats['totalKeysExamined']),
    documents: Number(executionStats['totalDocsExamined']),
  };
}
