import { reasonAgainst } from '../../../contract/attendance/judge.ts';
import type { CheckInList } from '../../../contract/attendance/list.ts';
import type { Guest } from '../../../models/guest.ts';
import { now } from '../../platform/clock.ts';
import type { RuleRefusal } from './outcome.ts';

/** What the list has against this guest at this moment, whatever happened before; null for nothing. */
export function ruleAgainst(
  { category }: Pick<Guest, 'category'>,
  list: CheckInList,
  { hasRequired, gate }: { hasRequired: boolean; gate: readonly string[] },
): RuleRefusal | null {
  const circumstances = { isOpen: true, hasRequired, gate, doubt: 0 };
  const reason = reasonAgainst(
    { at: now().getTime() },
    { category, state: 'expected' },
    { list, circumstances },
  );
  return reason === 'cancelled' || reason === 'not-open' ? null : reason;
}
