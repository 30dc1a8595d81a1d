import type { Contact } from '../../../models/contact.ts';
import { searchWords } from '../../platform/text.ts';
import { nameSortKey, nameWords } from './person-name.ts';
import { tiersOf } from './protocol-rank.ts';
import { wordings } from './wordings.ts';

export interface ContactFacts extends Pick<
  Contact,
  'name' | 'position' | 'organisationName' | 'email' | 'phone'
> {
  /** Set by hand; null or absent when the position shall tell. */
  tiers?: readonly string[] | null;
}

/** What is computed of a contact. The only place that does so: whoever writes one writes this with it. */
export function contactRecord(facts: ContactFacts): Pick<Contact, 'tiers' | 'words' | 'sortKey'> {
  return {
    tiers: [...(facts.tiers ?? tiersOf(facts.position))],
    words: [...new Set([...personWords(facts), ...contactWords(facts)])],
    sortKey: nameSortKey(facts.name),
  };
}

/** The words by which a person is found: name in every script, organisation, position. */
export function personWords({
  name,
  position,
  organisationName,
}: Pick<ContactFacts, 'name' | 'position' | 'organisationName'>): string[] {
  const others = searchWords(...wordings(organisationName), ...wordings(position));
  return [...new Set([...nameWords(name), ...others])];
}

/** The words by which those find a person who may see how to reach them: address, telephone. */
export function contactWords({ email, phone }: Pick<ContactFacts, 'email' | 'phone'>): string[] {
  return searchWords(email, phone.replace(/\D+/g, ''));
}
