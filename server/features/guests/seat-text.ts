import type { Locale } from '../../../contract/locales.ts';
import { seatNames } from '../../../contract/seat-names.ts';
import { translate } from '../../platform/i18n/translate.ts';

/** A seat as people find it: by row, by table, or by its number on the stage or around a U. */
export type SeatPlace =
  | { kind: 'rows'; prefix: string; row: string; number: number }
  | { kind: 'tables'; prefix: string; table: number; number: number }
  | { kind: 'stage' | 'u'; prefix: string; number: number };

/** “A-12”, “Table 3 – seat 4”. */
export function seatText(place: SeatPlace, locale: Locale): string {
  const prefix = place.prefix === '' ? '' : `${place.prefix} `;
  if (place.kind === 'rows') return `${prefix}${place.row}-${place.number}`;
  const table = place.kind === 'tables' ? String(place.table) : '';
  return prefix + translate(locale, `seating.seat.${place.kind}`, { table, seat: String(place.number) });
}

const names = seatNames((locale, kind, { table, seat }) =>
  translate(locale, `seating.seat.${kind}`, { table, seat }),
);

/** A seat that was written down in another language; whatever is no name of a seat stays as somebody typed it. */
export function seatIn(text: string, locale: Locale): string {
  return names(text)(locale);
}
