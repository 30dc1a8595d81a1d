import { type Access, can } from '../access/access.ts';
import { bouncedGuests } from './bounced.ts';
import { guestWords } from './guest-words.ts';
import type { ListQuery } from './input.ts';
import { type GuestFilter, narrowing, tabFilter } from './list-filter.ts';

type Asked = Pick<ListQuery, 'tab' | 'q' | 'category' | 'unit' | 'language' | 'no-email'>;

/** Whom a filter of the list means, as conditions that all hold; `searched` are those that come from what was typed. */
export async function guestConditions(
  access: Access,
  query: Asked,
): Promise<{ conditions: GuestFilter[]; searched: object[] }> {
  const bounced = query.tab === 'bounced' ? await bouncedGuests(access.event) : [];
  const searched = await guestWords(access, query.q);
  const narrowed = narrowing(
    can(access, 'guests.view-contact-details') ? query : { ...query, 'no-email': '' },
  );
  const event = access.event._id;
  return { conditions: [{ event, ...tabFilter(query.tab, bounced) }, ...narrowed, ...searched], searched };
}
