import type { BadgeBox, BadgeLayout, Ink } from '../../../contract/badge/boxes.ts';
import { ASCENT, LEADING } from '../../../contract/badge/fit-text.ts';

/** A badge in millimetres, ready for whoever draws: the page of a browser, or a PDF file. */
export interface BadgeDrawing {
  width: number;
  height: number;
  bands: { x: number; y: number; width: number; height: number; fill: string }[];
  images: { kind: 'qr' | 'logo'; x: number; y: number; width: number; height: number }[];
  lines: DrawnLine[];
}

export interface DrawnLine {
  x: number;
  /** What the letters stand on. */
  y: number;
  size: number;
  weight: 'normal' | 'bold';
  anchor: 'start' | 'middle';
  fill: string;
  text: string;
}

interface Tone {
  band: string;
  ink: string;
}

/** The tones of categories as they are printed; text on them has a contrast of 4.5 or more. */
const tones: Readonly<Record<string, Tone>> = {
  lacquer: { band: '#9E1B32', ink: '#FFFFFF' },
  gold: { band: '#E0B85C', ink: '#14171F' },
  live: { band: '#0E6A7C', ink: '#FFFFFF' },
  present: { band: '#1B7144', ink: '#FFFFFF' },
  waiting: { band: '#F0B429', ink: '#14171F' },
  attention: { band: '#6B3FA0', ink: '#FFFFFF' },
};
const plain: Tone = { band: '#3A404D', ink: '#FFFFFF' };

export function drawBadge({ width, height, tone, boxes }: BadgeLayout): BadgeDrawing {
  const colours = tones[tone] ?? plain;
  const inks: Readonly<Record<Ink, string>> = { text: '#14171F', muted: '#5C6270', 'on-band': colours.ink };
  return {
    width,
    height,
    bands: boxes.flatMap((box) =>
      box.kind === 'band'
        ? [{ x: box.x, y: round(box.y), width: box.width, height: round(box.height), fill: colours.band }]
        : [],
    ),
    images: boxes.flatMap((box) =>
      box.kind === 'qr' || box.kind === 'logo'
        ? [
            {
              kind: box.kind,
              x: round(box.x),
              y: round(box.y),
              width: round(box.width),
              height: round(box.height),
            },
          ]
        : [],
    ),
    lines: boxes.flatMap((box) => (box.kind === 'text' ? linesOf(box, inks[box.ink]) : [])),
  };
}

function linesOf(box: Extract<BadgeBox, { kind: 'text' }>, fill: string): DrawnLine[] {
  const isCentred = box.align === 'centre';
  return box.lines.map((text, at) => ({
    x: round(isCentred ? box.x + box.width / 2 : box.x),
    y: round(box.y + box.size * (at * LEADING + ASCENT)),
    size: round(box.size),
    weight: box.weight,
    anchor: isCentred ? 'middle' : 'start',
    fill,
    text,
  }));
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
