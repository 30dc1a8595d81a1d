import type { Content } from 'pdfmake/interfaces.js';

/** The colours of print, as in the light theme of the pages. */
export const ink = {
  text: '#14171F',
  muted: '#5C6270',
  lacquer: '#9E1B32',
  gold: '#C79A3B',
  goldText: '#8A6417',
};

/** In points. */
export const a4Landscape = { width: 841.89, height: 595.28 };

interface Sheet {
  width: number;
  height: number;
}

/** The ground of a ceremonial sheet: a double frame in gold with turned-in corners, and a pale rosette. */
export function ceremonialGround(sheet: Sheet): Content {
  const { width, height } = sheet;
  const parts = [
    line(rosette(width / 2, height / 2, 205), '#EFE6D2', 0.35),
    line(rosette(width / 2, height / 2, 120), '#F3ECDD', 0.35),
    line(rectangle(sheet, 22), ink.gold, 2.4),
    line(turnedCorners(sheet, 30, 24), ink.gold, 0.8),
    line(turnedCorners(sheet, 34, 24), ink.gold, 0.35),
    ...corners(sheet, 38).map(([x, y]) => `<path d="${diamond(x, y, 5.5)}" fill="${ink.gold}"/>`),
    ...corners(sheet, 38).map(([x, y]) => line(diamond(x, y, 9), ink.gold, 0.6)),
  ];
  return {
    svg: `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${parts.join('')}</svg>`,
    absolutePosition: { x: 0, y: 0 },
  };
}

/** A short rule that thins out to both sides of a diamond. */
export function goldRule(length: number, space: number): Content {
  const half = length / 2;
  const gap = 11;
  return {
    alignment: 'center',
    margin: [0, space, 0, space],
    svg:
      `<svg xmlns="http://www.w3.org/2000/svg" width="${length}" height="10" viewBox="0 0 ${length} 10">` +
      `<path d="M0 5L${half - gap} 4.3V5.7ZM${length} 5L${half + gap} 4.3V5.7Z" fill="${ink.gold}"/>` +
      `<path d="${diamond(half, 5, 4)}" fill="${ink.gold}"/></svg>`,
  };
}

/** The place of a unit's emblem, a data: address of a PNG or JPEG; nothing stands there when there is none. */
export function crest(emblem: string | null, size: number): Content[] {
  return emblem === null
    ? []
    : [{ image: emblem, fit: [size, size], alignment: 'center', margin: [0, 0, 0, 6] }];
}

function line(path: string, colour: string, width: number): string {
  return `<path d="${path}" fill="none" stroke="${colour}" stroke-width="${width}"/>`;
}

function rectangle({ width, height }: Sheet, inset: number): string {
  return `M${inset} ${inset}H${width - inset}V${height - inset}H${inset}Z`;
}

function turnedCorners({ width, height }: Sheet, inset: number, radius: number): string {
  const [left, top, right, bottom] = [inset, inset, width - inset, height - inset];
  const turn = (x: number, y: number) => `A${radius} ${radius} 0 0 0 ${x} ${y}`;
  return (
    `M${left + radius} ${top}H${right - radius}${turn(right, top + radius)}V${bottom - radius}` +
    `${turn(right - radius, bottom)}H${left + radius}${turn(left, bottom - radius)}V${top + radius}` +
    `${turn(left + radius, top)}Z`
  );
}

function corners({ width, height }: Sheet, inset: number): [number, number][] {
  return [
    [inset, inset],
    [width - inset, inset],
    [inset, height - inset],
    [width - inset, height - inset],
  ];
}

function diamond(x: number, y: number, radius: number): string {
  return `M${x} ${y - radius}L${x + radius} ${y}L${x} ${y + radius}L${x - radius} ${y}Z`;
}

/** A closed curve that winds to and fro like the engraving on a bond. */
function rosette(x: number, y: number, radius: number): string {
  const [turns, petals, steps] = [13, 84, 1800];
  const points = Array.from({ length: steps + 1 }, (_, step) => {
    const angle = (step / steps) * Math.PI * 2 * turns;
    const reach = radius * (0.8 + 0.2 * Math.cos((angle * petals) / turns));
    return `${(x + reach * Math.cos(angle)).toFixed(1)} ${(y + reach * Math.sin(angle)).toFixed(1)}`;
  });
  return `M${points.join('L')}Z`;
}
