import { inLocale } from '../../../contract/localised.ts';
import type { Access } from '../access/access.ts';
import { changeGuests, type Outcome } from './change-guests.ts';
import { checkCategory } from './guest-facts.ts';

/** Puts many guests into one category; their place in protocol follows. */
export async function categoriseGuests(
  access: Access,
  ids: readonly string[],
  category: string,
): Promise<Outcome> {
  checkCategory(access, category);
  const known = access.event.categories.find(({ id }) => id === category);
  const title = known ? inLocale(known.title, 'vi') : '';
  return changeGuests(access, ids, (guest) =>
    guest.category === category
      ? null
      : { facts: { category }, action: 'audit.guests.categorised', params: { category: title } },
  );
}
