import { type Award, Awards } from '../../../models/award.ts';
import type { Access } from '../access/access.ts';
import { type AwardPeople, peopleOf } from './award-people.ts';

export interface AwardList {
  awards: Award[];
  people: AwardPeople;
}

interface Place {
  event: Pick<Access['event'], '_id'>;
}

/** The awards in the order of the ceremony, with the guests they name. */
export async function awardList(access: Place): Promise<AwardList> {
  const awards = await awardsInOrder(access);
  return { awards, people: await peopleOf(access, awards.flatMap(namedIn)) };
}

export function awardsInOrder({ event }: Place): Promise<Award[]> {
  return Awards.find({ event: event._id }).sort({ order: 1, _id: 1 }).lean<Award[]>();
}

/** Everybody from the guest list whom an award names. */
export function namedIn(award: Pick<Award, 'presenter' | 'recipients'>): Award['presenter'][] {
  return [award.presenter, ...award.recipients.flatMap(({ guest, representedBy }) => [guest, representedBy])];
}
