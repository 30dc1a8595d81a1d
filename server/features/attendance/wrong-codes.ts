import type { Actor } from '../access/actor.ts';
import { type Limit, refuseSpent, spend } from '../../platform/http/rate-limit.ts';

/** So few that nobody finds a code by trying; whoever mistypes has some left. */
const wrongCodes: Limit = { name: 'wrong-codes', points: 5, seconds: 60, here: true };

/** Refuses to look up another typed code for those who have typed too many wrong ones in the last minute. */
export async function refuseGuessing(actor: Actor): Promise<void> {
  await refuseSpent(wrongCodes, keyOf(actor), 'passes.too-many-wrong');
}

export async function countWrongCode(actor: Actor): Promise<void> {
  await spend(wrongCodes, keyOf(actor), 'passes.too-many-wrong');
}

function keyOf({ kind, id }: Actor): string {
  return `${kind}:${id}`;
}
