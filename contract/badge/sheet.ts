import type { Size } from './design.ts';
import { a4, type LabelPaper, type LabelPaperName, labelPapers } from './label-papers.ts';

/** One badge a page, A4 to be cut, papers by the number on their box, and a grid of one's own. */
export const paperKinds = [
  'single',
  'cut',
  'L4785',
  'L7418',
  'L7160',
  'L7163',
  'L7165',
  'avery-5392',
  'avery-5395',
  'own',
] as const satisfies readonly ('single' | 'cut' | 'own' | LabelPaperName)[];
export type PaperKind = (typeof paperKinds)[number];

/** Where badges stand on a sheet; millimetres. */
export interface SheetGrid extends LabelPaper {
  /** Whether marks show where to cut. */
  marks: boolean;
}

/** What is set of a paper of one's own; the badge gives the size of a label. */
export interface OwnGrid {
  columns: number;
  rows: number;
  left: number;
  top: number;
  gapX: number;
  gapY: number;
}

export interface BadgePaper extends OwnGrid {
  kind: PaperKind;
}

export const firstPaper: BadgePaper = {
  kind: 'cut',
  columns: 2,
  rows: 4,
  left: 15,
  top: 15,
  gapX: 0,
  gapY: 0,
};

/** No printer reaches the very edge. */
const EDGE = 8;
const CUT_GAP = 4;

/** The grid of a paper; on ready-made labels, the badge takes the size of the label. */
export function gridOf(paper: BadgePaper, badge: Size): SheetGrid {
  switch (paper.kind) {
    case 'single':
      return { page: badge, ...grid([1, 1], [0, 0], [0, 0], badge), marks: false };
    case 'cut':
      return cutGrid(badge);
    case 'own': {
      const { columns, rows, left, top, gapX, gapY } = paper;
      return { page: a4, ...grid([columns, rows], [left, top], [gapX, gapY], badge), marks: false };
    }
    default:
      return { ...labelPapers[paper.kind], marks: false };
  }
}

/** Whether every label of the grid lies on its sheet. */
export function fitsPage({ page, columns, rows, left, top, gapX, gapY, label }: SheetGrid): boolean {
  const right = left + columns * label.width + (columns - 1) * gapX;
  const bottom = top + rows * label.height + (rows - 1) * gapY;
  return columns >= 1 && rows >= 1 && right <= page.width + 0.01 && bottom <= page.height + 0.01;
}

export interface Cell {
  /** From 0. */
  sheet: number;
  x: number;
  y: number;
}

/** Where the badges stand, row by row, when the first free label of the first sheet is `start` (from 1). */
export function cellsOf(sheet: SheetGrid, count: number, start = 1): Cell[] {
  const perSheet = sheet.columns * sheet.rows;
  const skipped = Math.min(Math.max(1, start), perSheet) - 1;
  return Array.from({ length: count }, (_, at) => {
    const place = (at + skipped) % perSheet;
    return {
      sheet: Math.floor((at + skipped) / perSheet),
      x: sheet.left + (place % sheet.columns) * (sheet.label.width + sheet.gapX),
      y: sheet.top + Math.floor(place / sheet.columns) * (sheet.label.height + sheet.gapY),
    };
  });
}

/** The same label seen from behind, when the sheet is turned over its long side. */
export function backOf(sheet: SheetGrid, cell: Cell): Cell {
  return { ...cell, x: sheet.page.width - cell.x - sheet.label.width };
}

/** As many as fit on A4, lying or standing, in the middle of the sheet. */
function cutGrid(badge: Size): SheetGrid {
  const lying = { width: a4.height, height: a4.width };
  const [best] = [filled(a4, badge), filled(lying, badge)].toSorted(
    (a, b) => b.columns * b.rows - a.columns * a.rows,
  );
  return best ?? filled(a4, badge);
}

function filled(page: Size, badge: Size): SheetGrid {
  const fit = (room: number, side: number) =>
    Math.max(1, Math.floor((room - 2 * EDGE + CUT_GAP) / (side + CUT_GAP)));
  const [columns, rows] = [fit(page.width, badge.width), fit(page.height, badge.height)];
  const start = (room: number, side: number, count: number) =>
    Math.max(0, (room - count * side - (count - 1) * CUT_GAP) / 2);
  const at = [start(page.width, badge.width, columns), start(page.height, badge.height, rows)] as const;
  return { page, ...grid([columns, rows], at, [CUT_GAP, CUT_GAP], badge), marks: true };
}

function grid(
  [columns, rows]: readonly [number, number],
  [left, top]: readonly [number, number],
  [gapX, gapY]: readonly [number, number],
  label: Size,
): Omit<SheetGrid, 'page' | 'marks'> {
  return { columns, rows, left, top, gapX, gapY, label };
}
