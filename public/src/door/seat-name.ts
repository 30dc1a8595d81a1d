import { type Locale, locales } from '../../../contract/locales.ts';
import { seatNames } from '../../../contract/seat-names.ts';
import en from '../../../locales/en/door-app.json' with { type: 'json' };
import ru from '../../../locales/ru/door-app.json' with { type: 'json' };
import vi from '../../../locales/vi/door-app.json' with { type: 'json' };

const catalogues = { vi, en, ru };

const names = seatNames((locale, kind, { table, seat }) =>
  catalogues[locale][`door-app.seat.${kind}`].replace('{table}', table).replace('{seat}', seat),
);

/** A seat in the language of whoever reads it, in whichever it was written down. */
export function seatIn(text: string, locale: Locale): string {
  return text === '' ? '' : names(text)(locale);
}

/** As anybody may call it who looks for it. */
export function seatInAll(text: string): string {
  return text === '' ? '' : locales.map(names(text)).join(' ');
}
