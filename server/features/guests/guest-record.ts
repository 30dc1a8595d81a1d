import type { Conference } from '../../../models/event.ts';
import type { Guest } from '../../../models/guest.ts';
import { searchWords } from '../../platform/text.ts';
import { contactWords, personWords } from '../directory/contact-record.ts';
import { nameSortKey } from '../directory/person-name.ts';
import { protocolOrder, tiersOf } from '../directory/protocol-rank.ts';

/** An organisation nobody has placed stands in the middle. */
export const usualTier = 5;

type Told =
  | 'name'
  | 'position'
  | 'organisationName'
  | 'email'
  | 'phone'
  | 'category'
  | 'delegation'
  | 'seniority'
  | 'lift';

export interface GuestFacts extends Pick<Guest, Told> {
  /** Null or absent when the position shall tell. */
  tiers?: readonly string[] | null;
  organisationTier?: number | null;
}

export type GuestRecord = Pick<
  Guest,
  'tiers' | 'organisationTier' | 'words' | 'contactWords' | 'sortKey' | 'order'
>;

/** What is computed of a guest. The only place that does so: whoever writes one writes this with it. */
export function guestRecord(
  facts: GuestFacts,
  event: Pick<Conference, 'categories' | 'ladder'>,
): GuestRecord {
  const tiers = [...(facts.tiers ?? tiersOf(facts.position))];
  const organisationTier = facts.organisationTier ?? usualTier;
  const sortKey = nameSortKey(facts.name);
  const categoryOrder = orderOf(facts.category, event);
  const { seniority, lift } = facts;
  return {
    tiers,
    organisationTier,
    words: [...new Set([...personWords(facts), ...searchWords(facts.delegation)])],
    contactWords: contactWords(facts),
    sortKey,
    order: protocolOrder({ categoryOrder, organisationTier, tiers, seniority, lift, sortKey }, event.ladder)
      .key,
  };
}

/** Whoever is in no category comes after all of them. */
export function orderOf(category: string, event: Pick<Conference, 'categories'>): number {
  const last = Math.max(0, ...event.categories.map(({ order }) => order));
  return event.categories.find(({ id }) => id === category)?.order ?? last + 1;
}
