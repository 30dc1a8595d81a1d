/** Texts that were typed with the fonts of the nineties (TCVN3), or read with the wrong table on their way. */

const tcvn = new Map<string, string>(
  Object.entries({
    ...pairs('µ¶·¸¹', 'àảãáạ'),
    ...pairs('¨»¼½¾Æ', 'ăằẳẵắặ'),
    ...pairs('©ÇÈÉÊË', 'âầẩẫấậ'),
    ...pairs('®ÌÎÏÐÑ', 'đèẻẽéẹ'),
    ...pairs('ªÒÓÔÕÖ', 'êềểễếệ'),
    ...pairs('×ØÜÝÞ', 'ìỉĩíị'),
    ...pairs('ßáâãä', 'òỏõóọ'),
    ...pairs('«åæçèé', 'ôồổỗốộ'),
    ...pairs('¬êëìíî', 'ơờởỡớợ'),
    ...pairs('ïñòóô', 'ùủũúụ'),
    ...pairs('\u00ADõö÷øù', 'ưừửữứự'),
    ...pairs('úûüýþ', 'ỳỷỹýỵ'),
    ...pairs('¡¢§£¤¥¦', 'ĂÂĐÊÔƠƯ'),
  }),
);

function pairs(from: string, to: string): Record<string, string> {
  const letters = Array.from(to);
  return Object.fromEntries(Array.from(from, (letter, index) => [letter, letters[index] ?? letter]));
}

/** Signs in the middle of words that no language puts there. */
const telling = /\p{L}[µ¶·¸¹¨»¼½¾©®ª«¬¡¢§£¤¥¦×÷\u00AD]|[µ¶·¸¹¨»¼½¾©®ª«¬¡¢§£¤¥¦×÷\u00AD]\p{L}/u;
const throughLatin = /(?:Ã.|Æ°|Æ¡|áº.|á».|Ä[‘’ƒ\u0090\u0091\u0083\u0082])/u;

/** What was meant, where the letters tell that something went wrong; null for ordinary text. */
export function meantText(text: string): string | null {
  if (throughLatin.test(text)) {
    const meant = asUtf8(text);
    if (meant !== null && meant !== text) return meant;
  }
  if (!telling.test(text)) return null;
  const meant = Array.from(text, (letter) => tcvn.get(letter) ?? letter).join('');
  return meant === text ? null : inOneCase(meant);
}

/** Capitals of those fonts are drawn by the font: “NGUYÔN” has small letters where accents are. */
function inOneCase(text: string): string {
  return text
    .split(' ')
    .map((word) => {
      const plain = word.replace(/[^A-Za-z]/g, '');
      return plain.length > 1 && plain === plain.toUpperCase() ? word.toLocaleUpperCase('vi') : word;
    })
    .join(' ');
}

const windows = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function asUtf8(text: string): string | null {
  const bytes = Array.from(text, (letter) => {
    const at = windows.indexOf(letter);
    return at >= 0 ? 0x80 + at : letter.charCodeAt(0);
  });
  if (bytes.some((byte) => byte > 0xff)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes)).normalize('NFC');
  } catch {
    return null;
  }
}
