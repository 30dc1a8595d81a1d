import { searchTerms } from '../../platform/text.ts';
import type { Unit } from './organisation-tree.ts';

/** Units of which every term typed begins some word. */
export function unitsCalled(units: readonly Unit[], query: string): Unit[] {
  const terms = searchTerms(query);
  return units.filter(({ words }) => terms.every((term) => words.some((word) => word.startsWith(term))));
}
