import type { Content, ContentTable, TableCell } from 'pdfmake/interfaces.js';
import type { Locale } from '../../../contract/locales.ts';
import { ink } from '../../platform/pdf/furniture.ts';
import type { PdfDefinition } from '../../platform/pdf/render-pdf.ts';

export interface Sheet {
  locale: Locale;
  host: string;
  event: string;
  title: string;
  at: string;
  text: string;
  quorum: string;
  columns: string[];
  rows: string[][];
  absent: {
    title: string;
    units: { unit: string; people: { name: string; position: string; reason: string }[] }[];
  }[];
  signedBy: string[];
  check: { qr: string; link: string; text: string; fingerprint: string };
  reasonLabel: string;
}

const MARGIN = 48;
const QR = 84;
/** As wide as 99.9 % in every language. */
const SHARE = 42;
const LONG = 12;
const KEPT = 3;

/** A statement on A4: the sentence first, then the table, the names of those who were absent, and how to check it. */
export function sheetDocument(sheet: Sheet): PdfDefinition {
  return {
    pageSize: 'A4',
    pageMargins: [MARGIN, MARGIN, MARGIN, MARGIN + 8],
    language: sheet.locale,
    info: { title: `${sheet.title} – ${sheet.event}`, author: sheet.host },
    defaultStyle: { fontSize: 10.5 },
    content: [
      { text: sheet.host, color: ink.muted },
      {
        text: sheet.title,
        font: 'Serif',
        bold: true,
        fontSize: 20,
        color: ink.lacquer,
        margin: [0, 6, 0, 2],
      },
      { text: sheet.event, bold: true },
      { text: sheet.at, color: ink.muted, margin: [0, 0, 0, 14] },
      { text: sheet.text, font: 'Serif', fontSize: 14, lineHeight: 1.4, margin: [0, 0, 0, 10] },
      ...(sheet.quorum ? [{ text: sheet.quorum, bold: true, margin: [0, 0, 0, 10] } satisfies Content] : []),
      ...ending(sheet),
    ],
  };
}

/** The seal belongs to what it stands under: it never begins a page by itself. */
function ending(sheet: Sheet): Content[] {
  if (sheet.absent.length === 0) return [table(sheet, checking(sheet))];
  const groups = sheet.absent.flatMap((group) => absentees(group, sheet.reasonLabel));
  const last: Content[] = groups.splice(-1);
  return [table(sheet), ...groups, { unbreakable: true, stack: [...last, checking(sheet)] }];
}

/** With the heads again on each page, also above the sum and what stands under it. */
function table({ columns, rows }: Sheet, below?: Content): Content {
  const total = rows.at(-1) ?? [];
  const sum = inColumns([cells(total, true)]);
  const foot: TableCell = { colSpan: columns.length, stack: below ? [sum, below] : [sum] };
  const units = rows.slice(0, -1).map((row) => cells(row, false));
  const body = [heads(columns), ...units, [foot, ...columns.slice(1).map(() => '')]];
  return { ...inColumns(body, 1), margin: [0, 4, 0, 14] };
}

function inColumns(body: TableCell[][], headerRows = 0): ContentTable {
  return {
    table: { headerRows, dontBreakRows: true, widths: ['*', 44, 42, 40, 44, 44, SHARE], body },
    layout: 'lightHorizontalLines',
  };
}

/** Words may reach into the gap before their column, which is as wide as figures need. */
function heads(columns: readonly string[]): TableCell[] {
  return columns.map((text, place) => ({
    text,
    bold: true,
    fontSize: 8,
    color: ink.muted,
    alignment: place === 0 ? 'left' : 'right',
    margin: [place === 0 ? 0 : -10, 0, 0, 0],
  }));
}

function cells(row: readonly string[], bold: boolean): TableCell[] {
  return row.map((text, place) => ({
    text,
    bold,
    noWrap: place > 0,
    alignment: place === 0 ? 'left' : 'right',
  }));
}

function absentees({ title, units }: Sheet['absent'][number], reasonLabel: string): Content[] {
  return [
    { text: title, font: 'Serif', bold: true, fontSize: 13, margin: [0, 6, 0, 4] },
    ...units.flatMap(({ unit, people }): Content[] => [
      { text: unit, bold: true, margin: [0, 4, 0, 2] },
      ...inPieces(people).map(({ start, part }) => ({
        start,
        ol: part.map(({ name, position, reason }) => ({
          text: [
            { text: name },
            { text: position ? ` – ${position}` : '', color: ink.muted },
            { text: reason ? ` (${reasonLabel}: ${reason})` : '', color: ink.muted },
          ],
        })),
      })),
    ]),
  ];
}

/** Of a long list the last lines go with what stands below, and not all of it. */
function inPieces<T>(people: readonly T[]): { start: number; part: readonly T[] }[] {
  if (people.length <= LONG) return [{ start: 1, part: people }];
  const rest = people.length - KEPT;
  return [
    { start: 1, part: people.slice(0, rest) },
    { start: rest + 1, part: people.slice(rest) },
  ];
}

function checking({ check, signedBy }: Sheet): Content {
  return {
    unbreakable: true,
    margin: [0, 22, 0, 0],
    columnGap: 14,
    columns: [
      { width: QR, svg: check.qr, fit: [QR, QR] },
      {
        width: '*',
        stack: [
          ...signedBy.map((text): Content => ({ text })),
          { text: check.text, color: ink.muted, fontSize: 9, margin: [0, 4, 0, 0] },
          { text: check.link, link: check.link, fontSize: 9, color: ink.lacquer },
          { text: check.fingerprint, fontSize: 8, color: ink.muted },
        ],
      },
    ],
  };
}
