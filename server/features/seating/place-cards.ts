import type { Content } from 'pdfmake/interfaces.js';
import type { Locale } from '../../../contract/locales.ts';
import { ink } from '../../platform/pdf/furniture.ts';
import type { PdfDefinition } from '../../platform/pdf/render-pdf.ts';
import { escaped } from './sheet-drawing.ts';

export interface PlaceCard {
  name: string;
  /** In the guest's other script, when there is one. */
  otherName: string;
  /** Position and unit, at most two lines. */
  office: string;
  seat: string;
  /** The unit that invites. */
  host: string;
}

const SHEET = { width: 595.28, height: 841.89 };
const CARD = SHEET.height / 2;
const FACE = CARD / 2;

/** Two cards on a sheet, to be cut in the middle and folded: the name is read from both sides. */
export function placeCardsDocument(
  cards: readonly PlaceCard[],
  facts: { title: string; author: string; locale: Locale },
): PdfDefinition {
  const sheets = Array.from({ length: Math.ceil(cards.length / 2) }, (_, at) =>
    cards.slice(at * 2, at * 2 + 2),
  );
  return {
    pageSize: 'A4',
    pageMargins: [0, 0, 0, 0],
    language: facts.locale,
    info: { title: facts.title, author: facts.author },
    content: sheets.map((pair, at): Content => ({
      svg: sheet(pair),
      width: SHEET.width,
      ...(at > 0 ? { pageBreak: 'before' as const } : {}),
    })),
  };
}

function sheet(pair: readonly PlaceCard[]): string {
  const { width } = SHEET;
  // A hair less than the page, or the picture would be pushed to the next one.
  const height = SHEET.height - 1;
  const cards = pair.map((card, at) => tent(card, at * CARD));
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${cards.join('')}${marks()}</svg>`;
}

/** The upper face stands on its head, so that it is upright once the card is folded. */
function tent(card: PlaceCard, top: number): string {
  const middle = top + FACE;
  return (
    `<g transform="rotate(180 ${SHEET.width / 2} ${middle - FACE / 2})"><g transform="translate(0 ${middle - FACE})">${face(card)}</g></g>` +
    `<g transform="translate(0 ${middle})">${face(card)}</g>`
  );
}

function face({ name, otherName, office, seat, host }: PlaceCard): string {
  const centre = SHEET.width / 2;
  const size = Math.min(40, 820 / Math.max(name.length, 1));
  const lines = inTwo(office);
  const rule = otherName === '' ? 118 : 136;
  return [
    words({ y: 34, size: 9, fill: ink.muted, family: 'Inter', weight: 'bold' }, host),
    words({ y: 98, size, fill: ink.text, family: 'Serif', weight: 'bold' }, name),
    otherName === ''
      ? ''
      : words({ y: 122, size: 15, fill: ink.goldText, family: 'Serif', weight: 'normal' }, otherName),
    `<path d="M${centre - 70} ${rule}H${centre + 70}" stroke="${ink.gold}" stroke-width="1"/>`,
    ...lines.map((line, at) =>
      words({ y: rule + 24 + at * 17, size: 13, fill: ink.text, family: 'Inter', weight: 'normal' }, line),
    ),
    words({ y: FACE - 18, size: 11, fill: ink.lacquer, family: 'Inter', weight: 'bold' }, seat),
  ].join('');
}

/** Where to cut, and where to fold. */
function marks(): string {
  const line = (y: number, dash: string) =>
    `<path d="M0 ${y}H24M${SHEET.width - 24} ${y}H${SHEET.width}" stroke="#918E85" stroke-width="0.5"${dash}/>`;
  const fold = ' stroke-dasharray="2 2"';
  return line(CARD, '') + line(FACE, fold) + line(CARD + FACE, fold);
}

function inTwo(office: string): string[] {
  if (office.length <= 62) return office === '' ? [] : [office];
  const half = office.lastIndexOf(' ', Math.max(62, office.length / 2));
  return [office.slice(0, half), cut(office.slice(half + 1))];
}

function cut(line: string): string {
  return line.length > 68 ? `${line.slice(0, 66).trimEnd()}…` : line;
}

interface Lettering {
  y: number;
  size: number;
  fill: string;
  family: 'Inter' | 'Serif';
  weight: 'normal' | 'bold';
}

function words({ y, size, fill, family, weight }: Lettering, text: string): string {
  return text === ''
    ? ''
    : `<text x="${SHEET.width / 2}" y="${y}" font-family="${family}" font-size="${size.toFixed(1)}" font-weight="${weight}" text-anchor="middle" fill="${fill}">${escaped(text)}</text>`;
}
