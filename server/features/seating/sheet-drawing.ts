import type { Content } from 'pdfmake/interfaces.js';
import { ink } from '../../platform/pdf/furniture.ts';

export interface SheetSeat {
  x: number;
  y: number;
  label: string;
  name: string;
  blocked: boolean;
  kept: boolean;
}

export interface SheetPart {
  title: string;
  x: number;
  y: number;
  width: number;
  height: number;
  seats: SheetSeat[];
  tables: { x: number; y: number; radius: number; name: string }[];
  rowNames: { x: number; y: number; name: string }[];
}

interface Drawing {
  room: { width: number; height: number };
  stage: string;
  /** The size of the whole hall; null when one part has the page to itself. */
  whole: { width: number; height: number } | null;
}

const WIDE = 20.5;
const HIGH = 23;
const STAGE = 26;

/** The seats as one picture that fills the room it has. */
export function drawnParts(parts: readonly SheetPart[], { room, stage, whole }: Drawing): Content {
  const [first] = parts;
  const box = whole
    ? { x: 0, y: 0, width: whole.width, height: whole.height + STAGE }
    : { x: first?.x ?? 0, y: first?.y ?? 0, width: first?.width ?? 1, height: (first?.height ?? 1) + STAGE };
  const scale = Math.min(room.width / box.width, room.height / box.height, 2.4);
  const drawn = parts.flatMap((part) => [
    text(
      { x: part.x + part.width / 2 - box.x, y: part.y - box.y + STAGE + 13, size: 7, weight: 'bold' },
      part.title,
    ),
    ...part.tables.map((table) => tableTop(table, box)),
    ...part.rowNames.map((row) =>
      text(
        { x: row.x - box.x, y: row.y - box.y + STAGE + 2.5, size: 7, weight: 'bold', fill: ink.muted },
        row.name,
      ),
    ),
    ...part.seats.map((seat) => seatBox(seat, box)),
  ]);
  const half = Math.min(90, box.width / 3);
  const bar =
    `<rect x="${round(box.width / 2 - half)}" y="4" width="${round(2 * half)}" height="14" rx="3" fill="#F4F2EC" stroke="#C79A3B" stroke-width="0.5"/>` +
    text({ x: box.width / 2, y: 14, size: 7, weight: 'bold', fill: ink.goldText }, stage);
  return {
    alignment: 'center',
    width: box.width * scale,
    svg: `<svg xmlns="http://www.w3.org/2000/svg" width="${round(box.width * scale)}" height="${round(box.height * scale)}" viewBox="0 0 ${round(box.width)} ${round(box.height)}">${bar}${drawn.join('')}</svg>`,
  };
}

function seatBox(seat: SheetSeat, box: { x: number; y: number }): string {
  const [x, y] = [seat.x - box.x, seat.y - box.y + STAGE];
  const fill = seat.blocked ? '#E4E1D9' : seat.name === '' ? '#FFFFFF' : '#FBF4E3';
  const dash = seat.kept ? ' stroke-dasharray="1.5 1"' : '';
  const lines = inLines(seat.name);
  return (
    `<rect x="${round(x - WIDE / 2)}" y="${round(y - HIGH / 2)}" width="${WIDE}" height="${HIGH}" rx="1.5" fill="${fill}" stroke="#5C6270" stroke-width="0.35"${dash}/>` +
    text({ x, y: y - HIGH / 2 + 4.6, size: 3.8, weight: 'bold', fill: ink.muted }, seat.label) +
    lines
      .map((line, at) =>
        text(
          { x, y: y + (at - (lines.length - 1) / 2) * 4.3 + 3.4, size: sizeOf(line), weight: 'normal' },
          line,
        ),
      )
      .join('')
  );
}

function tableTop(table: SheetPart['tables'][number], box: { x: number; y: number }): string {
  const [x, y] = [round(table.x - box.x), round(table.y - box.y + STAGE)];
  const radius = Math.max(4, table.radius - 5);
  return (
    `<circle cx="${x}" cy="${y}" r="${round(radius)}" fill="#F4F2EC" stroke="#C79A3B" stroke-width="0.5"/>` +
    text({ x, y: y + 3, size: 8, weight: 'bold', fill: ink.goldText }, table.name)
  );
}

/** At most four lines, broken between words. */
function inLines(name: string): string[] {
  const lines: string[] = [];
  for (const word of name.split(/\s+/).filter((each) => each !== '')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < 10) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.length <= 4 ? lines : [...lines.slice(0, 3), `${lines[3]}…`];
}

function sizeOf(line: string): number {
  return Math.min(3.9, 35 / Math.max(line.length, 1));
}

interface Lettering {
  x: number;
  y: number;
  size: number;
  weight: 'normal' | 'bold';
  fill?: string;
}

function text({ x, y, size, weight, fill = ink.text }: Lettering, words: string): string {
  return `<text x="${round(x)}" y="${round(y)}" font-family="Inter" font-size="${round(size)}" font-weight="${weight}" text-anchor="middle" fill="${fill}">${escaped(words)}</text>`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

export function escaped(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
