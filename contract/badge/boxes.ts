import type { Weight } from './fit-text.ts';

/** What stands on a badge. */
export type BadgePart =
  | 'name'
  | 'otherName'
  | 'position'
  | 'unit'
  | 'category'
  | 'event'
  | 'date'
  | 'seat'
  | 'code'
  | 'logo'
  | 'qr';

/** What one badge says, in words. An empty text takes no room. */
export interface BadgeFace {
  name: string;
  otherName: string;
  position: string;
  unit: string;
  category: string;
  /** Of the category. */
  tone: string;
  seat: string;
  code: string;
  event: string;
  date: string;
  /** Width of the logo by its height; null without one. */
  logo: number | null;
}

export interface Rect {
  x: number;
  y: number;
  width: number;
  height: number;
}

export type Ink = 'text' | 'muted' | 'on-band';

export type BadgeBox =
  | (Rect & { kind: 'band' })
  | (Rect & { kind: 'qr' | 'logo' })
  | (Rect & {
      kind: 'text';
      part: BadgePart;
      lines: string[];
      size: number;
      weight: Weight;
      align: 'left' | 'centre';
      ink: Ink;
    });

/** Boxes in millimetres from the upper left corner. */
export interface BadgeLayout {
  width: number;
  height: number;
  tone: string;
  boxes: BadgeBox[];
  /** There was no room for these. */
  missing: BadgePart[];
  /** These are not there to their end. */
  cut: BadgePart[];
}
