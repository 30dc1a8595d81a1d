import { comingStandings } from '../../../contract/attendance/coming.ts';
import type { DoorGuest } from '../../../contract/door/sync.ts';

/** Whether a guest of a list with these categories is waited for. */
export function isAwaited(
  { state, standing, category }: DoorGuest,
  { categories }: { categories: readonly string[] },
): boolean {
  const isMeant = categories.length === 0 || categories.includes(category);
  return isMeant && state === 'expected' && comingStandings.some((each) => each === standing);
}
