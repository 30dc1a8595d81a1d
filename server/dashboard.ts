import { can } from './features/access/access.ts';
import { concernCounts } from './features/attention/concern-list.ts';
import { cardsModel } from './features/attention/present-cards.ts';
import type { ConcernCards } from './features/events/concern-cards.ts';

/** What the event's first page says of everything that needs somebody. */
export const concernCards: ConcernCards = async (access, { locale, now }) => {
  if (!can(access, 'attention.view')) return [];
  return cardsModel(locale, access, await concernCounts({ access, now }));
};
