import { can } from './features/access/access.ts';
import { rooms } from './features/access/rooms.ts';
import { concernCounts } from './features/attention/concern-list.ts';
import { cardsModel } from './features/attention/present-cards.ts';
import type { ConcernCards } from './features/events/concern-cards.ts';
import { shareReading } from './platform/live/share-reading.ts';
import { toldIn } from './platform/live/stream.ts';

/** Long enough for all who heard the same news, too short for anybody to notice. */
const SHARED_FOR = 250;

const countsForAll = shareReading(concernCounts, {
  key: ({ access: { event } }) => `${String(event._id)} ${event.rev}`,
  version: ({ access }) => toldIn(rooms.desk(access.event)),
  longest: SHARED_FOR,
});

/** What the event's first page says of everything that needs somebody. */
export const concernCards: ConcernCards = async (access, { locale, now }) => {
  if (!can(access, 'attention.view')) return [];
  return cardsModel(locale, access, await countsForAll({ access, now }));
};
