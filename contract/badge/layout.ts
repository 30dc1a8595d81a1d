import type { BadgeBox, BadgeFace, BadgeLayout, BadgePart, Rect } from './boxes.ts';
import { type BadgeDesign, badgeLimits, type Size } from './design.ts';
import { brokenInto, cutInto, LEADING, type Measure, SMALLEST } from './fit-text.ts';
import { fitLines, type Line, type TextBox } from './stack.ts';

/** How a badge is tried: with less and less on it, until everything that is left has room. */
interface Trial {
  face: BadgeFace;
  design: Pick<BadgeDesign, 'band' | 'qr' | 'qrSize' | 'align'>;
  missing: BadgePart[];
  mayCut: readonly BadgePart[];
  /** How many lines the name may have. */
  nameLines: number;
}

type Placed = { boxes: BadgeBox[]; cut: BadgePart[] };

/** Narrower than this, no name is set beside a code. */
const NARROWEST = 18;
const CARD = 54;

/**
 * Where everything stands on one badge. Letters are as large as the room allows; a name is never below what is read
 * across a table unless it must be, no text is smaller than seven points, and what has no room is named.
 */
export function layoutBadge(design: BadgeDesign, size: Size, face: BadgeFace, measure: Measure): BadgeLayout {
  const measured = remembered(measure);
  for (const trial of trialsOf(design, face)) {
    const placed = place(trial, size, measured);
    if (placed) return { ...size, tone: face.tone, ...placed, missing: trial.missing };
  }
  return { ...size, tone: face.tone, boxes: [], missing: ['name'], cut: [] };
}

/** The same words are measured for many sizes. */
function remembered(measure: Measure): Measure {
  const known = { normal: new Map<string, number>(), bold: new Map<string, number>() };
  return (text, weight) => {
    const width = known[weight].get(text) ?? measure(text, weight);
    known[weight].set(text, width);
    return width;
  };
}

function trialsOf(design: BadgeDesign, face: BadgeFace): Trial[] {
  const { band, qr, qrSize, align } = design;
  const trials: Trial[] = [
    { face, design: { band, qr, qrSize, align }, missing: [], mayCut: [], nameLines: 2 },
  ];
  const poorer = (change: (last: Trial) => Trial) => {
    const last = trials.at(-1);
    if (last) trials.push(change(last));
  };
  poorer((last) => ({ ...last, design: { ...last.design, qrSize: badgeLimits.qrSmallest } }));
  for (const part of ['date', 'event', 'otherName', 'code', 'logo'] as const)
    if (face[part]) poorer((last) => without(last, part));
  poorer((last) => ({ ...last, nameLines: 4 }));
  poorer((last) => ({ ...last, mayCut: ['name'] }));
  poorer((last) => ({ ...last, mayCut: ['position', 'unit'] }));
  for (const part of ['position', 'seat', 'unit'] as const)
    if (face[part] !== '') poorer((last) => without(last, part));
  if (face.category !== '' && band !== 'none') poorer((last) => without(last, 'category'));
  poorer((last) => ({ ...last, mayCut: ['name'] }));
  return trials;
}

function without(trial: Trial, part: BadgePart & keyof BadgeFace): Trial {
  const face = { ...trial.face, [part]: part === 'logo' ? null : '' };
  return { ...trial, face, missing: [...trial.missing, part] };
}

/** Null when something has no room. */
function place(trial: Trial, size: Size, measure: Measure): Placed | null {
  const margin = clamp(Math.min(size.width, size.height) * 0.065, 2.5, 8);
  const { rest, boxes: bands } = banded(trial, size, measure);
  const room = inset(rest, margin);
  const head = headed(trial, room, measure);
  if (!head) return null;
  const split = splitForQr(trial, head.rest, margin);
  if (!split) return null;
  const texts = stacked(trial, split.text, measure);
  return texts && { boxes: [...bands, ...head.boxes, ...split.boxes, ...texts.boxes], cut: texts.cut };
}

function banded({ design, face }: Trial, size: Size, measure: Measure): { rest: Rect; boxes: BadgeBox[] } {
  const whole = { x: 0, y: 0, ...size };
  if (design.band === 'none' || face.category === '') return { rest: whole, boxes: [] };
  const height = clamp(size.height * 0.15, 6, 11);
  const y = design.band === 'top' ? 0 : size.height - height;
  const rest = { ...whole, y: design.band === 'top' ? height : 0, height: size.height - height };
  const width = size.width - 6;
  const fitting = sizesDown(Math.min(height * 0.5, 6)).find((each) =>
    brokenInto(face.category, { width, size: each, weight: 'bold', lines: 1 }, measure),
  );
  const letters = { width, size: fitting ?? SMALLEST, weight: 'bold', lines: 1 } as const;
  const lines = cutInto(face.category, letters, measure);
  const label: TextBox = {
    kind: 'text',
    part: 'category',
    x: 3,
    y: y + (height - letters.size * LEADING) / 2,
    width,
    height: letters.size * LEADING,
    lines,
    size: letters.size,
    weight: 'bold',
    align: 'centre',
    ink: 'on-band',
  };
  return { rest, boxes: [{ kind: 'band', x: 0, y, width: size.width, height }, label] };
}

/** Logo, event and date across the top; null when that takes more than its share. */
function headed(
  { face, design }: Trial,
  room: Rect,
  measure: Measure,
): { rest: Rect; boxes: BadgeBox[] } | null {
  const lines: Line[] = [
    {
      part: 'event' as const,
      text: face.event,
      largest: 2.9,
      lines: 2,
      weight: 'bold' as const,
      ink: 'muted' as const,
    },
    {
      part: 'date' as const,
      text: face.date,
      largest: 2.7,
      lines: 1,
      weight: 'normal' as const,
      ink: 'muted' as const,
    },
  ].filter(({ text }) => text !== '');
  if (lines.length === 0 && face.logo === null) return { rest: room, boxes: [] };
  const most = room.height * 0.34;
  const logo = face.logo === null ? null : logoSize(face.logo, room, lines.length > 0);
  const gap = logo ? 2 : 0;
  const beside = {
    ...room,
    x: room.x + (logo?.width ?? 0) + gap,
    width: room.width - (logo?.width ?? 0) - gap,
  };
  const scale = scaleOf(room);
  const isCentred = design.align === 'centre' && !logo;
  const fit = fitLines(
    lines.map((line) => ({ ...line, largest: line.largest * scale })),
    beside,
    measure,
  );
  if (!fit || fit.height > most || (logo && logo.height > most)) return null;
  const height = Math.max(fit.height, logo?.height ?? 0);
  const logoX = design.align === 'centre' && lines.length === 0 && logo ? (room.width - logo.width) / 2 : 0;
  const boxes: BadgeBox[] = [
    ...(logo
      ? [{ kind: 'logo' as const, x: room.x + logoX, y: room.y + (height - logo.height) / 2, ...logo }]
      : []),
    ...fit.at({ ...beside, y: room.y + (height - fit.height) / 2 }, isCentred ? 'centre' : 'left'),
  ];
  const taken = height + 1.6 * scale;
  return { rest: { ...room, y: room.y + taken, height: room.height - taken }, boxes };
}

function logoSize(ratio: number, room: Rect, hasText: boolean): Size {
  const most = { width: room.width * (hasText ? 0.38 : 0.8), height: Math.min(room.height * 0.24, 16) };
  const height = Math.min(most.height, most.width / ratio);
  return { width: height * ratio, height };
}

/** The code, and what is left for words; null when one of them has no room. */
function splitForQr({ design }: Trial, room: Rect, margin: number): { text: Rect; boxes: BadgeBox[] } | null {
  const { qr, qrSize: side } = design;
  if (qr === 'none') return room.height > SMALLEST ? { text: room, boxes: [] } : null;
  if (side > room.width || side > room.height) return null;
  const gap = Math.min(margin, 3);
  const isBelow = qr === 'below' || room.width - side - gap < NARROWEST;
  const bottom = room.y + room.height - side;
  if (isBelow) {
    const x = room.x + (design.align === 'centre' ? (room.width - side) / 2 : 0);
    const text = { ...room, height: room.height - side - gap };
    return text.height < SMALLEST * LEADING ? null : { text, boxes: [square(x, bottom, side)] };
  }
  const width = room.width - side - gap;
  const x = qr === 'right' ? room.x + width + gap : room.x;
  return {
    text: { ...room, x: qr === 'right' ? room.x : room.x + side + gap, width },
    boxes: [square(x, bottom, side)],
  };
}

function square(x: number, y: number, side: number): BadgeBox {
  return { kind: 'qr', x, y, width: side, height: side };
}

function stacked({ face, design, mayCut, nameLines }: Trial, room: Rect, measure: Measure): Placed | null {
  const scale = scaleOf(room);
  const lines = linesOf(face, nameLines).map((line) => ({ ...line, largest: line.largest * scale }));
  const fit = fitLines(lines, room, measure, mayCut);
  if (!fit) return null;
  return {
    boxes: fit.at({ ...room, y: room.y + (room.height - fit.height) / 2 }, design.align),
    cut: fit.cut,
  };
}

function linesOf(face: BadgeFace, nameLines: number): Line[] {
  const lines: Line[] = [
    { part: 'name', text: face.name, largest: 8.4, lines: nameLines, weight: 'bold', ink: 'text' },
    { part: 'otherName', text: face.otherName, largest: 4.2, lines: 2, weight: 'normal', ink: 'muted' },
    { part: 'position', text: face.position, largest: 3.9, lines: 3, weight: 'normal', ink: 'text' },
    { part: 'unit', text: face.unit, largest: 3.9, lines: 3, weight: 'bold', ink: 'text' },
    { part: 'seat', text: face.seat, largest: 4.2, lines: 2, weight: 'bold', ink: 'text' },
    { part: 'code', text: face.code, largest: 3.2, lines: 1, weight: 'normal', ink: 'muted' },
  ];
  return lines.filter(({ text }) => text !== '');
}

function sizesDown(largest: number): number[] {
  return [1, 0.8, 0.6, 0.4, 0.2, 0].map((share) => SMALLEST + Math.max(0, largest - SMALLEST) * share);
}

/** Larger badges have larger letters; a card is 1. */
function scaleOf({ width, height }: Rect): number {
  return clamp(Math.min(width * 1.1, height * 1.6) / CARD, 0.85, 2);
}

function inset({ x, y, width, height }: Rect, by: number): Rect {
  return { x: x + by, y: y + by, width: width - 2 * by, height: height - 2 * by };
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
