import { isUtf8 } from 'node:buffer';
import { type Encoding, encodings } from './table.ts';

export interface Decoded {
  text: string;
  encoding: Encoding;
}

/** Text from bytes: by their mark, as UTF-8 if they are, otherwise by what reads most like words. */
export function decodeText(bytes: Buffer, wanted: Encoding | null): Decoded {
  const encoding = wanted ?? guessEncoding(bytes);
  const text = new TextDecoder(encoding).decode(bytes);
  return { text: text.replace(/^\uFEFF/, '').normalize('NFC'), encoding };
}

const SAMPLE = 60_000;

function guessEncoding(bytes: Buffer): Encoding {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const sample = bytes.subarray(0, SAMPLE);
  const wide = wideOrder(sample);
  if (wide) return wide;
  if (isUtf8(bytes)) return 'utf-8';
  const singleByte = encodings.filter((encoding) => !encoding.startsWith('utf'));
  const scored = singleByte.map((encoding) => ({ encoding, score: plausibility(sample, encoding) }));
  return scored.toSorted((a, b) => b.score - a.score)[0]?.encoding ?? 'utf-8';
}

/** UTF-16 without a mark: in tables every second byte of commas, digits and spaces is zero. */
function wideOrder(sample: Buffer): Encoding | null {
  const zeros = [0, 0];
  for (const [index, byte] of sample.entries())
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (Math.max(even, odd) < sample.length / 20) return null;
  return odd > even ? 'utf-16le' : 'utf-16be';
}

const vietnamese = /^[A-Za-zĂÂĐÊÔƠƯăâđêôơưÀ-Ỹà-ỹ]+$/u;
const russian = /^(?:[А-ЯЁ]?[а-яё]+|[А-ЯЁ]+)$/u;
const foreign = /[^\p{ASCII}]/u;

/** The part of the words with letters beyond ASCII that could be words of a language written so. */
function plausibility(sample: Buffer, encoding: Encoding): number {
  const text = new TextDecoder(encoding).decode(sample).normalize('NFC');
  const words = (text.match(/[^\s\d.,;:|"'()/@_–-]+/gu) ?? []).filter((word) => foreign.test(word));
  const good = words.filter((word) =>
    encoding === 'windows-1258' ? isVietnamese(word) : russian.test(word),
  );
  return words.length === 0 ? 0 : good.length / words.length;
}

/** One cluster of vowels, at most two marked letters: a Vietnamese word is one syllable. */
function isVietnamese(word: string): boolean {
  if (!vietnamese.test(word)) return false;
  const marked = (word.match(/[^\p{ASCII}]/gu) ?? []).length;
  const plain = word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return marked <= 3 && word.length <= 7 && /^[^aeiouy]{0,3}[aeiouy]{1,3}[^aeiouy]{0,2}$/.test(plain);
}
