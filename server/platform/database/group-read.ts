import { atEndOfTurn } from '../at-end-of-turn.ts';

const IN_FLIGHT = 2;
const LARGEST_GROUP = 256;

interface Waiting<V> {
  settle: (value: V | undefined) => void;
  fail: (error: unknown) => void;
}

/**
 * Reads by key for its callers one by one, but in groups for the database: whoever asks in one turn of the event loop,
 * or while earlier reads are in flight, goes with the next one. So every answer was read after it was asked for, and nothing is kept. Callers that
 * ask for the same key at once get the same object: it must not be changed.
 */
export function groupRead<V>(
  load: (keys: string[]) => Promise<ReadonlyMap<string, V>>,
): (key: string) => Promise<V | undefined> {
  const waiting = new Map<string, Waiting<V>[]>();
  let flying = 0;
  const departSoon = atEndOfTurn(depart);

  function depart(): void {
    if (flying >= IN_FLIGHT || waiting.size === 0) return;
    const group = [...waiting].slice(0, LARGEST_GROUP);
    for (const [key] of group) waiting.delete(key);
    flying += 1;
    void readGroup(load, group).finally(() => {
      flying -= 1;
      departSoon();
    });
  }

  return (key) =>
    new Promise((settle, fail) => {
      const others = waiting.get(key) ?? [];
      waiting.set(key, [...others, { settle, fail }]);
      departSoon();
    });
}

async function readGroup<V>(
  load: (keys: string[]) => Promise<ReadonlyMap<string, V>>,
  group: readonly [string, Waiting<V>[]][],
): Promise<void> {
  try {
    const found = await load(group.map(([key]) => key));
    for (const [key, callers] of group) for (const caller of callers) caller.settle(found.get(key));
  } catch (error) {
    for (const [, callers] of group) for (const caller of callers) caller.fail(error);
  }
}
