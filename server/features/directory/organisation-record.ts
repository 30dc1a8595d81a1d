import { inLocale } from '../../../contract/localised.ts';
import type { Organisation } from '../../../models/organisation.ts';
import { sortKeyInOrder } from '../../platform/collation.ts';
import { searchWords, slugify } from '../../platform/text.ts';
import { wordings } from './wordings.ts';

export type OrganisationFacts = Pick<Organisation, 'name' | 'short'> & { ref?: string };

/** What is computed of an organisation. The only place that does so: whoever writes one writes this with it. */
export function organisationRecord(
  facts: OrganisationFacts,
): Pick<Organisation, 'ref' | 'words' | 'sortKey'> {
  const { name, short } = facts;
  return {
    ref: facts.ref || slugify(inLocale(short, 'vi') || inLocale(name, 'vi')) || 'organisation',
    words: searchWords(...wordings(name), ...wordings(short)),
    sortKey: sortKeyInOrder(inLocale(name, 'vi')),
  };
}
