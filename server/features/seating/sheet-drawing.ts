import type { Content } from 'pdfmake/interfaces.js';
import { ink } from '../../platform/pdf/furniture.ts';
import { broken, fitted, LEADING } from './fit-text.ts';

export interface SheetSeat {
  x: number;
  y: number;
  label: string;
  /** Spellings of the name from the fullest to the shortest; none when nobody sits there. */
  names: string[];
  /** What tells somebody from namesakes. */
  note: string;
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
/** What the name of the seat takes at the top of it, and a note about the person at most. */
const LABEL = 5.8;
const NOTE = 6.2;

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
  const fill = seat.blocked ? '#E4E1D9' : seat.names.length === 0 ? '#FFFFFF' : '#FBF4E3';
  const dash = seat.kept ? ' stroke-dasharray="1.5 1"' : '';
  return (
    `<rect x="${round(x - WIDE / 2)}" y="${round(y - HIGH / 2)}" width="${WIDE}" height="${HIGH}" rx="1.5" fill="${fill}" stroke="#5C6270" stroke-width="0.35"${dash}/>` +
    text({ x, y: y - HIGH / 2 + 4.6, size: 3.8, weight: 'bold', fill: ink.muted }, seat.label) +
    lettered(seat, { x, top: y - HIGH / 2 + LABEL })
  );
}

/** The name, and below it what tells namesakes apart, in the middle of the room under the label. */
function lettered({ names, note }: SheetSeat, { x, top }: { x: number; top: number }): string {
  if (names.length === 0) return '';
  const room = { width: WIDE - 1.5, height: HIGH - LABEL - 1 };
  const aside = note === '' ? { lines: [], size: 0 } : broken(note, { ...room, height: NOTE });
  const taken = aside.lines.length * aside.size * LEADING;
  const name = fitted(names, { ...room, height: room.height - taken });
  const lines = [
    ...name.lines.map((words) => ({ words, size: name.size, fill: ink.text })),
    ...aside.lines.map((words) => ({ words, size: aside.size, fill: ink.muted })),
  ];
  let y = top + (room.height - lines.reduce((sum, { size }) => sum + size * LEADING, 0)) / 2;
  return lines
    .map(({ words, size, fill }) => {
      y += size * LEADING;
      return text({ x, y: y - size * 0.25, size, weight: 'normal', fill }, words);
    })
    .join('');
}

function tableTop(table: SheetPart['tables'][number], box: { x: number; y: number }): string {
  const [x, y] = [round(table.x - box.x), round(table.y - box.y + STAGE)];
  const radius = Math.max(4, table.radius - 5);
  return (
    `<circle cx="${x}" cy="${y}" r="${round(radius)}" fill="#F4F2EC" stroke="#C79A3B" stroke-width="0.5"/>` +
    text({ x, y: y + 3, size: 8, weight: 'bold', fill: ink.goldText }, table.name)
  );
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
