import type { WipedReport } from '../../../contract/door/sync.ts';
import type { Problem } from '../lib/problem.ts';
import { forgetDevice } from './identity.ts';
import { refusalOf } from './refusal.ts';
import { type DoorStore, forgetList } from './store.ts';
import { type Traffic, upload } from './sync.ts';

/**
 * What a device does that is over, each time it is called until all is done: it forgets the list at once, keeps what was
 * done here and the key until the server has it, says how much nobody can read, and forgets the rest. `tell` hears how
 * much is still to be sent.
 */
export function deviceEnd(
  store: DoorStore,
  traffic: Traffic,
  tell: (unsent: number) => void,
): () => Promise<Problem | null> {
  const { queue, ask } = traffic;
  let isDone = false;
  return async () => {
    if (isDone) return null;
    tell(queue.waiting().length);
    await forgetList(store);
    // Nobody is let in any more from here on, so what is sent now is all there was.
    const refusal = await refusalOf(upload(traffic, () => Promise.resolve()));
    tell(queue.waiting().length);
    if (queue.waiting().length > 0) return refusal === 'over' ? null : refusal;
    const report: WipedReport = { unreadable: queue.unreadable.length };
    await refusalOf(ask('/door/wiped', report));
    await forgetDevice(store);
    isDone = true;
    return null;
  };
}
