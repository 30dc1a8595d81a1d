import type { Localised } from '../../../contract/localised.ts';

/** A text in every language it has, for search. */
export function wordings({ vi, en, ru }: Localised): (string | undefined)[] {
  return [vi, en, ru];
}
