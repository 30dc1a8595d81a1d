import type { Content, TableCell } from 'pdfmake/interfaces.js';
import type { PassLayout } from '../../../contract/pass/pass-layout.ts';
import { ink } from '../../platform/pdf/furniture.ts';
import type { PdfDefinition } from '../../platform/pdf/render-pdf.ts';
import { qrPng } from '../../platform/qr.ts';
import type { PassCard } from './pass-sheet.ts';

/** In points. Eight passes fill a sheet of A4 to its edges, so that four cuts make them. */
const A4 = { width: 595.28, height: 841.89 };
const COLUMNS = 2;
const ROWS = 4;
const CELL = { width: A4.width / COLUMNS, height: A4.height / ROWS };
const PADDING = 16;
const QR = 118;

interface About {
  title: string;
  author: string;
}

/** Passes for the printer. A code is at least 40 mm wide: a camera reads it from the counter. */
export function passesDocument(cards: readonly PassCard[], about: About, layout: PassLayout): PdfDefinition {
  const common = { info: about, language: cards[0]?.locale ?? 'vi' };
  if (layout === 'a6')
    return {
      ...common,
      pageSize: 'A6',
      pageMargins: [22, 20, 22, 16],
      content: cards.map((card, at) => ({ ...single(card), ...breakBefore(at) })),
    };
  return { ...common, pageSize: 'A4', pageMargins: [0, 0, 0, 0], content: sheets(cards) };
}

function single({ event, host, name, about, facts, code, text }: PassCard): { stack: Content[] } {
  return {
    stack: [
      { text: host, fontSize: 7.5, color: ink.muted, alignment: 'center' },
      {
        text: event,
        font: 'Serif',
        bold: true,
        fontSize: fitting(event, 11, 60),
        alignment: 'center',
        lineHeight: 1.1,
        margin: [0, 3, 0, 4],
      },
      { image: qrImage(text), width: 172, alignment: 'center' },
      { text: code, bold: true, fontSize: 13, characterSpacing: 1.2, alignment: 'center' },
      {
        text: name,
        font: 'Serif',
        bold: true,
        fontSize: fitting(name, 16, 24),
        alignment: 'center',
        lineHeight: 1.1,
        margin: [0, 5, 0, 0],
      },
      { text: about, fontSize: 8.5, alignment: 'center', color: ink.muted, margin: [0, 0, 0, 5] },
      ...facts.map((fact) => factLine(fact, 8)),
    ],
  };
}

/** Eight to a sheet; what is missing on the last one stays white. */
function sheets(cards: readonly PassCard[]): Content[] {
  const perSheet = COLUMNS * ROWS;
  return Array.from({ length: Math.ceil(cards.length / perSheet) }, (_, at) => [
    { svg: cutMarks(), absolutePosition: { x: 0, y: 0 }, ...breakBefore(at) },
    ...cards
      .slice(at * perSheet, (at + 1) * perSheet)
      .map((card, place) => placed(card, place % COLUMNS, Math.floor(place / COLUMNS))),
  ]).flat();
}

function placed(card: PassCard, column: number, row: number): Content {
  return {
    absolutePosition: { x: column * CELL.width + PADDING, y: row * CELL.height + PADDING },
    layout: 'noBorders',
    table: { widths: [QR, CELL.width - 2 * PADDING - QR - 16], body: [cells(card)] },
  };
}

function cells({ event, name, about, facts, code, text }: PassCard): TableCell[] {
  return [
    {
      stack: [
        { image: qrImage(text), width: QR },
        { text: code, bold: true, fontSize: 9, characterSpacing: 0.6, alignment: 'center' },
      ],
    },
    {
      stack: [
        { text: cut(event, 72), font: 'Serif', fontSize: 8, lineHeight: 1.1, color: ink.lacquer },
        {
          text: cut(name, 80),
          font: 'Serif',
          bold: true,
          fontSize: fitting(name, 13, 22),
          lineHeight: 1.1,
          margin: [0, 4, 0, 1],
        },
        { text: cut(about, 68), fontSize: 7.5, lineHeight: 1.15, color: ink.muted, margin: [0, 0, 0, 4] },
        ...facts.map(({ label, value }) => factLine({ label, value: cut(value, 64) }, 6.8)),
      ],
    },
  ];
}

function factLine({ label, value }: PassCard['facts'][number], fontSize: number): Content {
  return {
    text: [
      { text: `${label}: `, color: ink.muted },
      { text: value, bold: true },
    ],
    fontSize,
    lineHeight: 1.15,
    margin: [0, 1, 0, 0],
  };
}

/** A picture is drawn five times as fast as a path of so many squares; two pixels to a module stay sharp. */
function qrImage(text: string): string {
  return `data:image/png;base64,${qrPng(text, 6).toString('base64')}`;
}

/** Short lines where the sheet is cut, at its edges and where cuts cross. */
function cutMarks(): string {
  const { width, height } = A4;
  const rows = [1, 2, 3].map((row) => row * CELL.height);
  const across = rows.map((y) => `M0 ${y}h14M${width} ${y}h-14M${width / 2 - 7} ${y}h14`);
  const down = `M${width / 2} 0v14M${width / 2} ${height}v-14`;
  const crosses = rows.map((y) => `M${width / 2} ${y - 7}v14`);
  const path = [...across, down, ...crosses].join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><path d="${path}" stroke="#918E85" stroke-width="0.5" fill="none"/></svg>`;
}

/** Smaller where a text is longer than fits at its usual size. */
function fitting(text: string, size: number, usual: number): number {
  return text.length <= usual ? size : Math.max(size * 0.7, (size * usual) / text.length);
}

/** Ends with a whole word. */
function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const room = text.slice(0, most);
  return `${room.slice(0, Math.max(room.lastIndexOf(' '), most / 2)).trimEnd()}…`;
}

function breakBefore(at: number): { pageBreak?: 'before' } {
  return at > 0 ? { pageBreak: 'before' } : {};
}
