import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { fontFiles } from '../../../server/platform/pdf/fonts.ts';

const vowels = 'aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵđ';
const letters = `${vowels}${vowels.toUpperCase()}абвгдеёжзийклмнопрстуфхцчшщъыьэюяАБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ№«»–…`;

describe('the fonts of print', () => {
  for (const file of fontFiles) {
    it(`${file.split('/').at(-1)} has every letter of Vietnamese and Russian`, () => {
      const known = codePointsOf(readFileSync(file));
      const missing = Array.from(letters).filter((letter) => !known(letter.codePointAt(0) ?? 0));

      expect(missing.join('')).to.equal('');
    });
  }
});

/** Reads the character map of a TrueType file: its subtable of format 4, which covers the basic plane. */
function codePointsOf(font: Buffer): (codePoint: number) => boolean {
  const cmap = tableAt(font, 'cmap');
  const subtables = Array.from(
    { length: font.readUInt16BE(cmap + 2) },
    (_, at) => cmap + font.readUInt32BE(cmap + 8 + at * 8),
  );
  const map = subtables.find((at) => font.readUInt16BE(at) === 4);
  if (map === undefined) throw new Error('No character map of format 4');
  const segments = font.readUInt16BE(map + 6);
  const ends = map + 14;
  const starts = ends + segments + 2;
  return (codePoint) => {
    for (let at = 0; at < segments; at += 2) {
      if (font.readUInt16BE(ends + at) >= codePoint) {
        return font.readUInt16BE(starts + at) <= codePoint;
      }
    }
    return false;
  };
}

function tableAt(font: Buffer, tag: string): number {
  for (let at = 12; at < 12 + font.readUInt16BE(4) * 16; at += 16) {
    if (font.toString('latin1', at, at + 4) === tag) return font.readUInt32BE(at + 8);
  }
  throw new Error(`No table ${tag}`);
}
