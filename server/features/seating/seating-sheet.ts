import type { Content } from 'pdfmake/interfaces.js';
import type { Locale } from '../../../contract/locales.ts';
import { ink } from '../../platform/pdf/furniture.ts';
import type { PdfDefinition } from '../../platform/pdf/render-pdf.ts';
import { drawnParts, type SheetPart } from './sheet-drawing.ts';

export interface SeatingSheet {
  locale: Locale;
  paper: 'a4' | 'a3';
  title: string;
  event: string;
  /** How many seats, how many people, when it was printed. */
  lead: string;
  stage: string;
  parts: SheetPart[];
  width: number;
  height: number;
  index: { heading: string; people: { name: string; seat: string }[] };
}

/** In points. */
const papers = { a4: { width: 841.89, height: 595.28 }, a3: { width: 1190.55, height: 841.89 } };
const MARGIN = 30;
const HEAD = 64;
/** A seat narrower than this cannot be read with a name in it. */
const NARROWEST = 21;

/** The hall with every name in its seat, and the list of names by which one finds a seat. */
export function seatingDocument(sheet: SeatingSheet): PdfDefinition {
  const { width, height } = papers[sheet.paper];
  const room = { width: width - 2 * MARGIN, height: height - HEAD - 2 * MARGIN };
  return {
    pageSize: sheet.paper === 'a3' ? 'A3' : 'A4',
    pageOrientation: 'landscape',
    pageMargins: [MARGIN, MARGIN, MARGIN, MARGIN],
    language: sheet.locale,
    info: { title: `${sheet.title} – ${sheet.event}`, author: sheet.event },
    content: [...pages(sheet, room), ...indexPages(sheet)],
  };
}

function pages(sheet: SeatingSheet, room: { width: number; height: number }): Content[] {
  const scale = Math.min(room.width / sheet.width, room.height / sheet.height);
  const whole = 22 * scale >= NARROWEST || sheet.parts.length === 1;
  const groups = whole ? [sheet.parts] : sheet.parts.map((part) => [part]);
  return groups.map((parts, at) => ({
    stack: [
      heading(sheet, whole ? '' : (parts[0]?.title ?? '')),
      drawnParts(parts, { room, stage: sheet.stage, whole: whole ? sheet : null }),
    ],
    ...(at > 0 ? { pageBreak: 'before' as const } : {}),
  }));
}

function heading({ title, event, lead }: SeatingSheet, part: string): Content {
  return {
    columns: [
      {
        width: '*',
        stack: [
          {
            text: part === '' ? title : `${title} – ${part}`,
            font: 'Serif',
            bold: true,
            fontSize: 18,
            color: ink.lacquer,
          },
          { text: event, fontSize: 11, margin: [0, 2, 0, 0] },
        ],
      },
      { width: 'auto', text: lead, alignment: 'right', fontSize: 9, color: ink.muted, margin: [0, 8, 0, 0] },
    ],
    margin: [0, 0, 0, 10],
  };
}

/** Names in columns, each with its seat. */
function indexPages({ index, paper }: SeatingSheet): Content[] {
  if (index.people.length === 0) return [];
  const columns = paper === 'a3' ? 4 : 3;
  const lines = paper === 'a3' ? 42 : 28;
  const pagesOf = chunks(index.people, columns * lines);
  return pagesOf.map((people) => ({
    pageBreak: 'before' as const,
    stack: [
      {
        text: index.heading,
        font: 'Serif',
        bold: true,
        fontSize: 16,
        color: ink.lacquer,
        margin: [0, 0, 0, 8],
      },
      {
        columns: chunks(people, lines).map((column) => ({
          width: `${100 / columns}%`,
          table: {
            headerRows: 0,
            widths: ['*', 'auto'],
            body: column.map(({ name, seat }) => [
              { text: name, fontSize: 9, lineHeight: 1.1 },
              { text: seat, fontSize: 9, bold: true, noWrap: true, lineHeight: 1.1 },
            ]),
          },
          layout: 'lightHorizontalLines',
        })),
        columnGap: 18,
      },
    ],
  }));
}

function chunks<T>(list: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, at) =>
    list.slice(at * size, (at + 1) * size),
  );
}
