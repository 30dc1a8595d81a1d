import type { Content, TableCell } from 'pdfmake/interfaces.js';
import { ink } from '../../platform/pdf/furniture.ts';
import type { PdfDefinition } from '../../platform/pdf/render-pdf.ts';
import { qrPng } from '../../platform/qr.ts';
import type { LetterSheet } from './letter-sheet.ts';

/** In points: 30 mm at the left for the file, 20 mm elsewhere, as official letters have it. */
const margins: [number, number, number, number] = [85, 50, 54, 42];
const SIZE = 12.5;

/** Letters one after the other, each on a sheet of its own. */
export function lettersDocument(
  sheets: readonly LetterSheet[],
  { title, author }: { title: string; author: string },
): PdfDefinition {
  return {
    pageSize: 'A4',
    pageMargins: margins,
    language: sheets[0]?.locale ?? 'vi',
    info: { title, author },
    defaultStyle: { font: 'Serif', fontSize: SIZE, lineHeight: 1.15, color: '#000000' },
    content: sheets.map((sheet, at) => ({
      stack: letter(sheet),
      ...(at > 0 ? { pageBreak: 'before' as const } : {}),
    })),
  };
}

function letter(sheet: LetterSheet): Content[] {
  return [
    sheet.letterhead === 'business' ? businessHead(sheet) : officialHead(sheet),
    heading(sheet),
    ...(sheet.salutation === '' ? invited(sheet) : addressed(sheet)),
    ...sheet.paragraphs.map((text) => paragraph(text)),
    factsTable(sheet),
    paragraph(sheet.closing),
    foot(sheet),
  ];
}

/** The unit at the left, the state, Party or Union at the right, each underlined in its own way. */
function officialHead(sheet: LetterSheet): Content {
  return {
    layout: 'noBorders',
    table: {
      widths: [186, '*'],
      body: [
        [unitCell(sheet), nationCell(sheet)],
        [
          { text: sheet.number, alignment: 'center', margin: [0, 4, 0, 0] },
          { text: sheet.placeAndDate, italics: true, alignment: 'center', margin: [0, 4, 0, 0] },
        ],
      ],
    },
  };
}

function unitCell({ superior, unit, letterhead }: LetterSheet): TableCell {
  const mark: Content = letterhead === 'state' ? rule(66) : star(letterhead === 'party' ? '*' : '***');
  return {
    alignment: 'center',
    stack: [
      ...(superior === '' ? [] : [{ text: superior, fontSize: 11.5, lineHeight: 1.12 }]),
      { text: unit, bold: true, fontSize: 11.5, lineHeight: 1.12 },
      mark,
    ],
  };
}

function nationCell({ nation, motto }: LetterSheet): TableCell {
  return {
    alignment: 'center',
    stack: [
      { text: nation, bold: true, fontSize: 11.5, lineHeight: 1.12 },
      ...(motto === ''
        ? [rule(130)]
        : [{ text: motto, bold: true, fontSize: 12.5, lineHeight: 1.1 }, rule(152)]),
    ],
  };
}

function star(text: string): Content {
  return { text, alignment: 'center', fontSize: 12, lineHeight: 1 };
}

function rule(length: number): Content {
  return {
    alignment: 'center',
    margin: [0, 1, 0, 0],
    svg: `<svg xmlns="http://www.w3.org/2000/svg" width="${length}" height="2" viewBox="0 0 ${length} 2"><path d="M0 1H${length}" stroke="#000000" stroke-width="0.8"/></svg>`,
  };
}

/** A firm's paper: its name over a line, the date at the right. */
function businessHead({ superior, unit, number, placeAndDate }: LetterSheet): Content {
  return {
    stack: [
      ...(superior === ''
        ? []
        : [{ text: superior, font: 'Inter', fontSize: 8.5, characterSpacing: 0.6, color: ink.muted }]),
      {
        text: unit,
        font: 'Inter',
        bold: true,
        fontSize: 12,
        characterSpacing: 0.4,
        color: ink.lacquer,
        margin: [0, 2, 0, 6],
      },
      {
        svg: `<svg xmlns="http://www.w3.org/2000/svg" width="456" height="3" viewBox="0 0 456 3"><path d="M0 1H456" stroke="${ink.gold}" stroke-width="1.4"/></svg>`,
      },
      {
        columns: [
          { text: number, fontSize: 11 },
          { text: placeAndDate, fontSize: 11, italics: true, alignment: 'right' },
        ],
        margin: [0, 8, 0, 0],
      },
    ],
  };
}

function heading({ heading: title, about }: LetterSheet): Content {
  return {
    alignment: 'center',
    margin: [0, 16, 0, 10],
    stack: [
      { text: title, bold: true, fontSize: 20, characterSpacing: 1.2, lineHeight: 1.1 },
      ...(about === ''
        ? []
        : [{ text: about, bold: true, margin: [24, 3, 24, 2] as [number, number, number, number] }]),
      rule(90),
    ],
  };
}

function invited({ lead, name, office }: LetterSheet): Content[] {
  return [
    paragraph(lead),
    {
      alignment: 'center',
      margin: [0, 2, 0, 8],
      stack: [
        { text: name, bold: true, fontSize: 17, lineHeight: 1.15 },
        ...(office === ''
          ? []
          : [{ text: office, italics: true, margin: [10, 2, 10, 0] as [number, number, number, number] }]),
      ],
    },
  ];
}

function addressed({ name, office, salutation }: LetterSheet): Content[] {
  return [
    {
      margin: [0, 0, 0, 12],
      stack: [{ text: name, bold: true }, ...(office === '' ? [] : [{ text: office, color: ink.muted }])],
    },
    { text: salutation, margin: [0, 0, 0, 8] },
  ];
}

function paragraph(text: string): Content {
  return { text, alignment: 'justify', margin: [0, 0, 0, 6] };
}

function factsTable({ facts }: LetterSheet): Content {
  if (facts.length === 0) return { text: '' };
  return {
    margin: [0, 2, 0, 6],
    layout: 'noBorders',
    table: {
      widths: ['auto', '*'],
      body: facts.map(({ label, value }) => [
        { text: `${label}:`, bold: true, noWrap: true },
        { text: value },
      ]),
    },
  };
}

/** Copies and code at the left, the signature with room for the seal at the right. */
function foot(sheet: LetterSheet): Content {
  const { signer } = sheet;
  return {
    unbreakable: true,
    margin: [0, 12, 0, 0],
    columns: [
      { width: 210, stack: [...copies(sheet), ...code(sheet)] },
      {
        width: '*',
        alignment: 'center',
        stack: [
          ...[signer.capacity, signer.position]
            .filter((line) => line !== '')
            .map((text) => ({ text, bold: true, lineHeight: 1.15 })),
          { text: signer.name, bold: true, margin: [0, 74, 0, 0] },
        ],
      },
    ],
  };
}

function copies({ copiesHeading, copies: lines }: LetterSheet): Content[] {
  if (lines.length === 0) return [];
  return [
    { text: copiesHeading, bold: true, italics: true, fontSize: 12 },
    ...lines.map((text) => ({ text, fontSize: 11, lineHeight: 1.12 })),
  ];
}

/** A picture is drawn five times as fast as a path of so many squares. */
function qrImage(text: string): string {
  return `data:image/png;base64,${qrPng(text, 6).toString('base64')}`;
}

function code({ code: printed }: LetterSheet): Content[] {
  if (!printed) return [];
  return [
    {
      margin: [0, 10, 0, 0],
      columnGap: 6,
      columns: [
        { width: 74, image: qrImage(printed.qr), fit: [74, 74] },
        {
          width: '*',
          margin: [0, 6, 0, 0],
          font: 'Inter',
          stack: [
            { text: printed.heading, bold: true, fontSize: 8.5, lineHeight: 1.15 },
            { text: printed.text, fontSize: 7.5, lineHeight: 1.15, color: ink.muted, margin: [0, 1, 0, 3] },
            { text: printed.typed, fontSize: 7.5, bold: true },
          ],
        },
      ],
    },
  ];
}
