import type { DoorGuest } from '../../../contract/door/sync.ts';
import { hasWords, wordsOf } from './search.ts';

/** The place of the companion whom these words name, and not the guest; null when it is the guest who was found. */
export function companionMeant(guest: DoorGuest, wanted: string): number | null {
  const own = wordsOf({ ...guest, companions: [] });
  if (hasWords(own, wanted)) return null;
  const place = guest.companions.findIndex((name) => hasWords(`${own} ${name}`, wanted));
  return place < 0 ? null : place;
}
