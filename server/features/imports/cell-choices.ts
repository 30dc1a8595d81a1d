import type { CellField } from '../../../contract/import-fields.ts';
import { locales } from '../../../contract/locales.ts';
import { addressForms } from '../../../contract/person.ts';
import type { Conference } from '../../../models/event.ts';

/** The forms of address a list may name; to leave the cell empty says that there is none. */
export const listedForms = addressForms.filter((form) => form !== 'none');

/** The choice that says: nothing. */
export const emptyCell = '-';

/** What may stand in a cell that must be one of a few; null where anything may. */
export function cellChoices(
  field: CellField,
  { categories }: Pick<Conference, 'categories'>,
): readonly string[] | null {
  if (field === 'category') return categories.map(({ id }) => id);
  if (field === 'language') return locales;
  return field === 'address' ? listedForms : null;
}
