import type { Content, TableCell } from 'pdfmake/interfaces.js';
import type { Locale } from '../../../contract/locales.ts';
import { ink } from '../../platform/pdf/furniture.ts';
import type { PdfDefinition } from '../../platform/pdf/render-pdf.ts';
import { widthOf } from './fit-text.ts';
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
  index: { heading: string; people: Indexed[] };
}

interface Indexed {
  name: string;
  /** Position and unit. */
  office: string;
  seat: string;
}

/** In points. */
const papers = { a4: { width: 841.89, height: 595.28 }, a3: { width: 1190.55, height: 841.89 } };
const MARGIN = 30;
const HEAD = 64;
const INDEX_HEAD = 40;
const COLUMN_GAP = 18;
const OFFICE = 7.5;
/** What the name of a seat takes of a column. */
const SEAT = 104;
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

/** Names in columns, each with position, unit and seat: by these, namesakes are told apart. */
function indexPages({ index, paper }: SeatingSheet): Content[] {
  const { width, height } = papers[paper];
  const columns = paper === 'a3' ? 4 : 3;
  const room = (width - 2 * MARGIN - (columns - 1) * COLUMN_GAP) / columns;
  const filled = inColumns(index.people, { width: room - SEAT, height: height - 2 * MARGIN - INDEX_HEAD });
  return chunks(filled, columns).map((beside) => ({
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
        columns: beside.map((people) => ({
          width: room,
          table: { widths: ['*', SEAT - 16], body: people.map(indexRow) },
          layout: 'lightHorizontalLines',
        })),
        columnGap: COLUMN_GAP,
      },
    ],
  }));
}

function indexRow({ name, office, seat }: Indexed): TableCell[] {
  return [
    {
      stack: [
        { text: name, fontSize: 9, bold: true },
        ...(office === '' ? [] : [{ text: office, fontSize: OFFICE, color: ink.muted }]),
      ],
    },
    { text: seat, fontSize: 9, bold: true, alignment: 'right' as const },
  ];
}

function inColumns(people: readonly Indexed[], { width, height }: { width: number; height: number }) {
  const columns: Indexed[][] = [[]];
  let left = height;
  for (const person of people) {
    const lines = (text: string, size: number) => Math.ceil((widthOf(text) * size) / width);
    const needed = lines(person.name, 9.5) * 11 + lines(person.office, OFFICE) * 9.3 + 6;
    if (needed > left) {
      columns.push([]);
      left = height;
    }
    left -= needed;
    columns.at(-1)?.push(person);
  }
  return columns.filter((column) => column.length > 0);
}

function chunks<T>(list: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, at) =>
    list.slice(at * size, (at + 1) * size),
  );
}
