import type { Size } from './design.ts';

/** Labels on a sheet, as a ruler finds them; millimetres. */
export interface LabelPaper {
  page: Size;
  columns: number;
  rows: number;
  left: number;
  top: number;
  gapX: number;
  gapY: number;
  label: Size;
}

export const a4: Size = { width: 210, height: 297 };
const letter: Size = { width: 215.9, height: 279.4 };

/**
 * Papers by the number on their box. Held against the templates that gLabels 3.4 ships under the same numbers
 * (`avery-iso-templates.xml`: L4785, 7160, 7165; `avery-us-templates.xml`: 5395) and, where those have none or differ
 * (7163, L7418, 5392), against the measures that other programs publish for the number. The templates are rounded to
 * whole millimetres or points: sheets are the same from both sides, and so are these.
 */
export const labelPapers = {
  L4785: {
    page: a4,
    columns: 2,
    rows: 5,
    left: 17.5,
    top: 13.5,
    gapX: 15,
    gapY: 5,
    label: { width: 80, height: 50 },
  },
  L7418: {
    page: a4,
    columns: 2,
    rows: 4,
    left: 19,
    top: 38.5,
    gapX: 0,
    gapY: 0,
    label: { width: 86, height: 55 },
  },
  L7160: {
    page: a4,
    columns: 3,
    rows: 7,
    left: 7.21,
    top: 15.15,
    gapX: 2.54,
    gapY: 0,
    label: { width: 63.5, height: 38.1 },
  },
  L7163: {
    page: a4,
    columns: 2,
    rows: 7,
    left: 4.65,
    top: 15.15,
    gapX: 2.5,
    gapY: 0,
    label: { width: 99.1, height: 38.1 },
  },
  L7165: {
    page: a4,
    columns: 2,
    rows: 4,
    left: 4.65,
    top: 13.1,
    gapX: 2.5,
    gapY: 0,
    label: { width: 99.1, height: 67.7 },
  },
  'avery-5392': {
    page: letter,
    columns: 2,
    rows: 3,
    left: 6.35,
    top: 25.4,
    gapX: 0,
    gapY: 0,
    label: { width: 101.6, height: 76.2 },
  },
  'avery-5395': {
    page: letter,
    columns: 2,
    rows: 4,
    left: 17.46,
    top: 14.82,
    gapX: 9.53,
    gapY: 4.23,
    label: { width: 85.73, height: 59.27 },
  },
} as const satisfies Record<string, LabelPaper>;

export type LabelPaperName = keyof typeof labelPapers;
