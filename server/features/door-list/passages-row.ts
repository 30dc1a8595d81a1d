import type { DoorPassages } from '../../../contract/door/sync.ts';
import type { CheckIn } from '../../../models/check-in.ts';
import { factOf } from '../attendance/fold-check-in.ts';
import { marked } from './row-mark.ts';

/** What was done with one guest on one list, as a device keeps it. */
export function passagesRow({
  guest,
  list,
  passages,
}: Pick<CheckIn, 'guest' | 'list' | 'passages'>): DoorPassages {
  const facts = passages.map((passage) => ({
    ...factOf(passage),
    door: passage.door.name,
    by: passage.by,
    substitute: passage.substitute,
  }));
  return marked({ guest: String(guest), list, facts });
}
