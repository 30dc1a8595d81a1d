import { Unreachable } from '../lib/problem.ts';
import { wait } from '../lib/timing.ts';

const TRIES = 3;

/** Asks until there is an answer, a few times. */
export async function again<T>(question: () => Promise<T>, tries = TRIES): Promise<T> {
  try {
    return await question();
  } catch (error) {
    if (!(error instanceof Unreachable) || tries <= 1) throw error;
  }
  await wait(1000);
  return again(question, tries - 1);
}
