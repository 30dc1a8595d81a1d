import { setImmediate as breathe } from 'node:timers/promises';
import type { Content } from 'pdfmake/interfaces.js';
import { backOf, type Cell, cellsOf, type SheetGrid } from '../../../contract/badge/sheet.ts';
import type { Locale } from '../../../contract/locales.ts';
import type { BadgeLogo } from '../../../models/badge-design.ts';
import type { PdfDefinition } from '../../platform/pdf/render-pdf.ts';
import { qrPng } from '../../platform/qr.ts';
import type { BadgeDrawing, DrawnLine } from './badge-drawing.ts';
import type { Badge } from './present-badges.ts';

export interface SheetFacts {
  grid: SheetGrid;
  /** The first free label of the first sheet. */
  start: number;
  logo: BadgeLogo | null;
  title: string;
  author: string;
  locale: Locale;
}

interface Side {
  drawing: BadgeDrawing;
  qr: string;
  cell: Cell;
}

/** Points of a millimetre. */
const MM = 72 / 25.4;

/** Badges on sheets; where badges have a back, each sheet is followed by its own, to be turned over its long side. */
export async function badgesDocument(badges: readonly Badge[], facts: SheetFacts): Promise<PdfDefinition> {
  const { grid, start, logo, title, author, locale } = facts;
  const cells = cellsOf(grid, badges.length, start);
  const sides = badges.map((badge, at): Side & { back: Badge['back'] } => ({
    drawing: badge.front,
    qr: badge.qr,
    back: badge.back,
    cell: cells[at] ?? { sheet: 0, x: 0, y: 0 },
  }));
  const sheets = (cells.at(-1)?.sheet ?? -1) + 1;
  const pages = Array.from({ length: sheets }, (_, sheet) => sides.filter(({ cell }) => cell.sheet === sheet))
    .filter((fronts) => fronts.length > 0)
    .flatMap((fronts) => {
      const backs = fronts.flatMap(({ back, cell }) => (back ? [{ ...back, cell: backOf(grid, cell) }] : []));
      return backs.length > 0 ? [fronts, backs] : [fronts];
    });
  const content: Content[] = [];
  for (const [at, page] of pages.entries()) {
    content.push(...pageOf(page, { grid, isFirst: at === 0 }));
    // Hundreds of codes are drawn while doors wait for an answer.
    await breathe();
  }
  return {
    pageSize: { width: grid.page.width * MM, height: grid.page.height * MM },
    pageMargins: [0, 0, 0, 0],
    language: locale,
    info: { title, author },
    ...(logo ? { images: { logo: `data:${logo.type};base64,${logo.data}` } } : {}),
    content,
  };
}

function pageOf(sides: readonly Side[], { grid, isFirst }: { grid: SheetGrid; isFirst: boolean }): Content[] {
  const { width, height } = grid.page;
  const drawn = sides.map(
    ({ drawing, cell }) => `<g transform="translate(${cell.x} ${cell.y})">${svgOf(drawing)}</g>`,
  );
  return [
    {
      svg: `<svg xmlns="http://www.w3.org/2000/svg" width="${width * MM}" height="${height * MM}" viewBox="0 0 ${width} ${height}">${drawn.join('')}${grid.marks ? marksOf(sides, grid) : ''}</svg>`,
      absolutePosition: { x: 0, y: 0 },
      ...(isFirst ? {} : { pageBreak: 'before' as const }),
    },
    ...sides.flatMap((side) => imagesOf(side)),
  ];
}

function svgOf({ bands, lines }: BadgeDrawing): string {
  const rectangles = bands.map(
    ({ x, y, width, height, fill }) =>
      `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill}"/>`,
  );
  return [...rectangles, ...lines.map((line) => textOf(line))].join('');
}

function textOf({ x, y, size, weight, anchor, fill, text }: DrawnLine): string {
  return `<text x="${x}" y="${y}" font-family="Inter" font-size="${size}" font-weight="${weight}" text-anchor="${anchor}" fill="${fill}">${escaped(text)}</text>`;
}

/** A picture is drawn five times as fast as a path of so many squares. */
function imagesOf({ drawing, qr, cell }: Side): Content[] {
  return drawing.images
    .filter(({ kind }) => kind === 'logo' || qr !== '')
    .map(({ kind, x, y, width, height }) => ({
      image: kind === 'logo' ? 'logo' : `data:image/png;base64,${qrPng(qr, 4).toString('base64')}`,
      width: width * MM,
      height: height * MM,
      absolutePosition: { x: (cell.x + x) * MM, y: (cell.y + y) * MM },
    }));
}

/** A hair's breadth beside each corner, outside of the badge. */
function marksOf(sides: readonly Side[], { label }: SheetGrid): string {
  const marks = sides.flatMap(({ cell: { x, y } }) =>
    [x, x + label.width].flatMap((edge) =>
      [y, y + label.height].map((corner) => {
        const [outX, outY] = [edge === x ? -1 : 1, corner === y ? -1 : 1];
        return `M${edge + outX * 0.6} ${corner}h${outX * 1.3}M${edge} ${corner + outY * 0.6}v${outY * 1.3}`;
      }),
    ),
  );
  return `<path d="${marks.join('')}" fill="none" stroke="#918E85" stroke-width="0.1"/>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
