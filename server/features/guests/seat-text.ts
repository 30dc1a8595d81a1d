import { type Locale, locales } from '../../../contract/locales.ts';
import { translate } from '../../platform/i18n/translate.ts';

/** A seat as people find it: by row, by table, or by its number on the stage or around a U. */
export type SeatPlace =
  | { kind: 'rows'; prefix: string; row: string; number: number }
  | { kind: 'tables'; prefix: string; table: number; number: number }
  | { kind: 'stage' | 'u'; prefix: string; number: number };

const named = ['tables', 'stage', 'u'] as const;
type Named = (typeof named)[number];

/** “A-12”, “Table 3 – seat 4”. */
export function seatText(place: SeatPlace, locale: Locale): string {
  const prefix = place.prefix === '' ? '' : `${place.prefix} `;
  if (place.kind === 'rows') return `${prefix}${place.row}-${place.number}`;
  const table = place.kind === 'tables' ? String(place.table) : '';
  return prefix + translate(locale, `seating.seat.${place.kind}`, { table, seat: String(place.number) });
}

/** A seat that was written down in another language; whatever is no name of a seat stays as somebody typed it. */
export function seatIn(text: string, locale: Locale): string {
  for (const { from, kind, pattern } of patterns()) {
    if (from === locale) continue;
    const found = pattern.exec(text)?.groups;
    if (!found) continue;
    const { prefix = '', table = '', seat = '' } = found;
    return prefix + translate(locale, `seating.seat.${kind}`, { table, seat });
  }
  return text;
}

interface Pattern {
  from: Locale;
  kind: Named;
  pattern: RegExp;
}

let known: Pattern[] | undefined;

function patterns(): Pattern[] {
  known ??= locales.flatMap((from) =>
    named.map((kind) => {
      const text = translate(from, `seating.seat.${kind}`, { table: '\u0001', seat: '\u0002' });
      const pattern = text
        .replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
        .replaceAll(/[-–—]/g, '[-–—]')
        .replace('\u0001', String.raw`(?<table>\d+)`)
        .replace('\u0002', String.raw`(?<seat>\d+)`);
      return { from, kind, pattern: new RegExp(`^(?<prefix>.{0,20} )?${pattern}$`, 'iu') };
    }),
  );
  return known;
}
