import type { InboundState } from '../../../contract/inbound.ts';
import { now } from '../../platform/clock.ts';

const DAY = 24 * 60 * 60 * 1000;
const daysOfContent = 14;

/** When the content of a mail is dropped: a fortnight after it was decided about, and never while somebody has to. */
export function forgetAfter(state: InboundState): Date | null {
  const isDecided = state === 'handled' || state === 'ignored';
  return isDecided ? new Date(now().getTime() + daysOfContent * DAY) : null;
}
