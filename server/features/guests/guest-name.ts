import { displayName } from '../directory/person-name.ts';
import type { Guest } from '../../../models/guest.ts';

/** How the history calls a guest: as Vietnamese readers do. */
export function guestName(guest: Pick<Guest, 'name'>): string {
  return displayName(guest.name, 'vi');
}
