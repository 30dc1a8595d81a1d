import type { Access } from '../access/access.ts';
import { cancelGuests } from './cancel-guest.ts';
import { categoriseGuests } from './categorise-guests.ts';
import type { Outcome } from './change-guests.ts';
import { delegateGuests } from './delegate-guests.ts';
import type { BulkInput } from './input.ts';
import { NO_CATEGORY } from './no-category.ts';
import { restoreGuests } from './restore-guest.ts';

/** One of the actions that the list offers for the guests chosen in it. */
export async function changeMany(access: Access, input: BulkInput): Promise<Outcome> {
  switch (input.action) {
    case 'categorise':
      return categoriseGuests(access, input.guests, input.category === NO_CATEGORY ? '' : input.category);
    case 'delegate':
      return delegateGuests(access, input.guests, input.delegation);
    case 'cancel':
      return cancelGuests(access, input.guests);
    case 'restore':
      return restoreGuests(access, input.guests);
  }
}
