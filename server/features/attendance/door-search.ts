import { looksLikePass } from '../../../contract/pass/pass-code.ts';
import { type Guest, Guests } from '../../../models/guest.ts';
import { wordConditions } from '../../platform/database/word-search.ts';
import { searchTerms, searchWords } from '../../platform/text.ts';
import { TooMany } from '../../platform/errors.ts';
import type { Access } from '../access/access.ts';
import { findGuest, guestFields } from './find-guest.ts';

const MOST = 20;
const SHORTEST = 2;

/** Who may be meant by what was typed at the door: a pass code, or the beginnings of a name, unit or position. */
export async function searchAtDoor(access: Access, query: string): Promise<Guest[]> {
  const holder = looksLikePass(query) ? await holderOf(access, query) : null;
  if (holder) return [holder];
  if (searchTerms(query).join('').length < SHORTEST) return [];
  const [listed, substituted] = await Promise.all([byWords(access, query), bySubstitute(access, query)]);
  const known = new Set(listed.map(({ _id }) => String(_id)));
  return [...listed, ...substituted.filter(({ _id }) => !known.has(String(_id)))].slice(0, MOST);
}

/** Who holds this pass. A pass that holds no longer finds nobody, and those who try codes find nobody either. */
async function holderOf(access: Access, code: string): Promise<Guest | null> {
  try {
    const found = await findGuest(access, { code });
    return found.guest && !found.badPass ? found.guest : null;
  } catch (error) {
    if (error instanceof TooMany) return null;
    throw error;
  }
}

async function byWords({ event: { _id: event } }: Access, query: string): Promise<Guest[]> {
  const conditions = await wordConditions(query, (condition, limit) =>
    Guests.countDocuments({ event, ...condition }).limit(limit),
  );
  return Guests.find({ $and: [{ event }, ...conditions] }, guestFields)
    .sort({ order: 1, _id: 1 })
    .limit(MOST)
    .lean<Guest[]>();
}

/** Substitutes give their own name, which is not among the words of the guest they stand for. There are few, and those with a pass of their own are found by it. */
async function bySubstitute({ event: { _id: event } }: Access, query: string): Promise<Guest[]> {
  const terms = searchTerms(query);
  const guests = await Guests.find({ event, standing: 'substitute', replacedBy: null }, guestFields)
    .sort({ order: 1, _id: 1 })
    .lean<Guest[]>();
  return guests.filter(({ answer }) => {
    const words = searchWords(answer?.substitute?.name);
    return terms.every((term) => words.some((word) => word.startsWith(term)));
  });
}
