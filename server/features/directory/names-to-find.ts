import { type PersonName } from '../../../contract/person.ts';
import type { Localised } from '../../../contract/localised.ts';
import { vietnameseSortKey } from '../../platform/collation.ts';

/** Every spelling of a name, for search. */
export function spellings({ vi, latin, ru }: PersonName): (string | undefined)[] {
  return [vi, latin, ru && [ru.family, ru.given, ru.patronymic].filter(Boolean).join(' ')];
}

/** Where a person stands in an alphabetical list: by the Vietnamese spelling where there is one. */
export function personSortKey(name: PersonName): string {
  return vietnameseSortKey(spellings(name).find(Boolean) ?? '');
}

/** A text in every language it has. */
export function wordings({ vi, en, ru }: Localised): (string | undefined)[] {
  return [vi, en, ru];
}
