import ical from 'ical.js';
import { tooManyRows } from './read-xlsx.ts';
import { sheetLimits } from './sheet-limits.ts';
import type { Cell } from './table.ts';
import { unreadable } from './unzip-guarded.ts';

type Property = [name: string, parameters: object, type: string, ...values: unknown[]];

/** Every card as one row below a header that column names understand. */
export function readVcard(text: string): Cell[][] {
  const cards = cardsIn(text.replace(/^\uFEFF/, ''));
  if (cards.length > sheetLimits.rows) throw tooManyRows();
  const header = ['Full name', 'Position', 'Organisation', 'E-mail', 'Phone', 'Language', 'Note'];
  return [header, ...cards.map(rowOf)];
}

function cardsIn(text: string): Property[][] {
  try {
    const parsed: unknown = ical.parse(text);
    const list = Array.isArray(parsed) && typeof parsed[0] === 'string' ? [parsed] : parsed;
    return (list as unknown[][]).filter(([kind]) => kind === 'vcard').map(([, card]) => card as Property[]);
  } catch {
    throw unreadable();
  }
}

function rowOf(card: readonly Property[]): Cell[] {
  const all = (wanted: string): string[] =>
    card
      .filter(([called]) => called === wanted)
      .flatMap(([, , , ...values]) => values.map(textOf).slice(0, 1));
  const first = (wanted: string): string => all(wanted).find((value) => value !== '') ?? '';
  return [
    first('fn') || nameOf(card),
    first('title') || first('role'),
    first('org'),
    first('email'),
    all('tel')
      .map((tel) => tel.replace(/^tel:/i, ''))
      .slice(0, 2)
      .join(' / '),
    first('lang'),
    first('note'),
  ];
}

/** Family, given, additional names, prefixes: where a card has no whole name. */
function nameOf(card: readonly Property[]): string {
  const parts = card.find(([called]) => called === 'n')?.[3];
  if (!Array.isArray(parts)) return '';
  const [family, given, additional] = parts.map(textOf);
  return [family, additional, given].filter(Boolean).join(' ');
}

function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(textOf).filter(Boolean).join(', ');
  return typeof value === 'string' ? value.slice(0, sheetLimits.cell) : '';
}
