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
    words: personWords(facts),
    sortKey: nameSortKey(facts.name),
  };
}

/** The words by which a person is found: name in every script, organisation, position, address, telephone. */
export function personWords(facts: Omit<ContactFacts, 'tiers'>): string[] {
  const { name, position, organisationName, email, phone } = facts;
  const others = searchWords(
    ...wordings(organisationName),
    ...wordings(position),
    email,
    phone.replace(/\D+/g, ''),
  );
  return [...new Set([...nameWords(name), ...others])];
}
