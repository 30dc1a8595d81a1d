import { readFileSync } from 'node:fs';
import { pdfFonts } from './fonts.ts';
import { tableOf, unicodeTable } from './glyphs.ts';

export type TextWeight = 'normal' | 'bold';

interface Metrics {
  /** Width of a character in sizes; of one the font lacks, a wide one. */
  widthOf: (mark: number) => number;
}

const known = new Map<TextWeight, Metrics>();
const UNKNOWN = 1;
const GROUPS = 16;
const ONE_GROUP = 12;

/** How wide a text prints in Inter, in sizes, as the advance widths of the font say. */
export function textWidth(text: string, weight: TextWeight): number {
  const { widthOf } = metricsOf(weight);
  let width = 0;
  for (const mark of text.normalize('NFC')) width += widthOf(mark.codePointAt(0) ?? 0);
  return width;
}

function metricsOf(weight: TextWeight): Metrics {
  const found = known.get(weight) ?? readMetrics(readFileSync(pdfFonts.Inter[weight]));
  known.set(weight, found);
  return found;
}

function readMetrics(font: Buffer): Metrics {
  const unit = tableOf(font, 'head').readUInt16BE(18);
  const advances = tableOf(font, 'hmtx');
  const last = tableOf(font, 'hhea').readUInt16BE(34) - 1;
  const glyphs = glyphsOf(unicodeTable(font));
  const widths = new Map<number, number>();
  return {
    widthOf: (mark) => {
      const width = widths.get(mark);
      if (width !== undefined) return width;
      const glyph = glyphs(mark);
      const measured = glyph === 0 ? UNKNOWN : advances.readUInt16BE(Math.min(glyph, last) * 4) / unit;
      widths.set(mark, measured);
      return measured;
    },
  };
}

/** From a character to its glyph, by the groups of the table; 0 where there is none. */
function glyphsOf(cmap: Buffer): (mark: number) => number {
  const groups = Array.from({ length: cmap.readUInt32BE(12) }, (_, at) => {
    const group = GROUPS + at * ONE_GROUP;
    return {
      first: cmap.readUInt32BE(group),
      last: cmap.readUInt32BE(group + 4),
      glyph: cmap.readUInt32BE(group + 8),
    };
  });
  return (mark) => {
    const group = groups.find(({ first, last }) => mark >= first && mark <= last);
    return group ? group.glyph + mark - group.first : 0;
  };
}
