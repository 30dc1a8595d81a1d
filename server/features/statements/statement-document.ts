import type { Content, TableCell } from 'pdfmake/interfaces.js';
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
      table(sheet),
      ...sheet.absent.flatMap((group) => absentees(group, sheet.reasonLabel)),
      checking(sheet),
    ],
  };
}

function table({ columns, rows }: Sheet): Content {
  const head: TableCell[] = columns.map((text, place) => ({
    text,
    bold: true,
    fontSize: 8,
    color: ink.muted,
    alignment: place === 0 ? 'left' : 'right',
  }));
  const body = rows.map((row, line): TableCell[] =>
    row.map((text, place) => ({
      text,
      bold: line === rows.length - 1,
      alignment: place === 0 ? 'left' : 'right',
    })),
  );
  return {
    table: {
      headerRows: 1,
      dontBreakRows: true,
      widths: ['*', 58, 60, 58, 62, 58, 38],
      body: [head, ...body],
    },
    layout: 'lightHorizontalLines',
    margin: [0, 4, 0, 14],
  };
}

function absentees({ title, units }: Sheet['absent'][number], reasonLabel: string): Content[] {
  return [
    { text: title, font: 'Serif', bold: true, fontSize: 13, margin: [0, 6, 0, 4] },
    ...units.flatMap(({ unit, people }): Content[] => [
      { text: unit, bold: true, margin: [0, 4, 0, 2] },
      {
        ol: people.map(({ name, position, reason }) => ({
          text: [
            { text: name },
            { text: position ? ` – ${position}` : '', color: ink.muted },
            { text: reason ? ` (${reasonLabel}: ${reason})` : '', color: ink.muted },
          ],
        })),
      },
    ]),
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
