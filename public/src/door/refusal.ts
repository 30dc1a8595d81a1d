import { isPassing, Problem } from '../lib/problem.ts';

/** What the server says no to; `over` when it says that this device may do nothing any more. */
export async function refusalOf(work: Promise<unknown>): Promise<Problem | 'over' | null> {
  try {
    await work;
    return null;
  } catch (error) {
    if (!(error instanceof Problem) || isPassing(error)) throw error;
    return error.status === 410 ? 'over' : error;
  }
}
