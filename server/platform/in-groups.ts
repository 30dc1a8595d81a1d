import { atEndOfTurn } from './at-end-of-turn.ts';

const IN_FLIGHT = 2;
const LARGEST_GROUP = 256;

/** What became of one member of a group. */
export type Fate<A> = { value: A } | { error: unknown };

interface Waiting<Q, A> {
  question: Q;
  settle: (answer: A) => void;
  fail: (error: unknown) => void;
}

/**
 * Does for its callers one by one what is cheaper done for many: whoever asks in one turn of the event loop, or while
 * earlier groups are in flight, goes with the next one. With nobody else waiting a group has one member, so nobody waits
 * for company. `carry` answers each member in its place; what it throws, everybody of the group gets.
 */
export function inGroups<Q, A>(
  carry: (group: readonly Q[]) => Promise<readonly Fate<A>[]>,
): (question: Q) => Promise<A> {
  const waiting: Waiting<Q, A>[] = [];
  let flying = 0;
  const departSoon = atEndOfTurn(depart);

  function depart(): void {
    if (flying >= IN_FLIGHT || waiting.length === 0) return;
    flying += 1;
    void carryGroup(carry, waiting.splice(0, LARGEST_GROUP)).finally(() => {
      flying -= 1;
      departSoon();
    });
  }

  return (question) =>
    new Promise((settle, fail) => {
      waiting.push({ question, settle, fail });
      departSoon();
    });
}

async function carryGroup<Q, A>(
  carry: (group: readonly Q[]) => Promise<readonly Fate<A>[]>,
  group: readonly Waiting<Q, A>[],
): Promise<void> {
  try {
    const fates = await carry(group.map(({ question }) => question));
    group.forEach((member, place) => {
      const fate = fates[place] ?? { error: new Error('A member of a group was forgotten') };
      if ('error' in fate) member.fail(fate.error);
      else member.settle(fate.value);
    });
  } catch (error) {
    for (const member of group) member.fail(error);
  }
}
