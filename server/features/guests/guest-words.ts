import { Guests } from '../../../models/guest.ts';
import { wordConditions } from '../../platform/database/word-search.ts';
import { type Access, can } from '../access/access.ts';

/** Conditions on guests for what was typed. Address and telephone find nobody for those who may not see them. */
export async function guestWords(access: Access, query: string): Promise<object[]> {
  const event = access.event._id;
  const count = (condition: object, limit: number) =>
    Guests.countDocuments({ event, ...condition }).limit(limit);
  const told = await wordConditions(query, count);
  if (!can(access, 'guests.view-contact-details')) return told;
  return Promise.all(
    told.map(async ({ words }) => {
      const reached = { contactWords: words };
      // Most terms are names: these are found in one index.
      return (await count(reached, 1)) === 0
        ? { words }
        : {
            $or: [
              { event, words },
              { event, ...reached },
            ],
          };
    }),
  );
}
