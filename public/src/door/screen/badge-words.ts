import type { DoorProfile } from '../../../../contract/door/plan.ts';
import type { Printed } from '../../modules/print-frame.ts';
import type { TextKey } from './words.ts';

/** What is said of a badge that this device has printed or tried to: only a station asks again by itself. */
export function badgeWord(printed: Printed, badge: DoorProfile['badge']): TextKey {
  if (printed === 'printed') return 'door-app.badge.printed';
  const isStation = badge === 'serves';
  if (printed === 'unknown') return isStation ? 'door-app.badge.unsure' : 'door-app.badge.unsure-here';
  return isStation ? 'door-app.badge.queued' : 'door-app.badge.failed-here';
}
