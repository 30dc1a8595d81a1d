/** Spaces that do not break, of no width, and marks that only steer the direction of writing. */
const odd = /[\u00A0\u2000-\u200A\u202F\u205F\u3000]/g;
const invisible = /[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\u00AD]/g;
const control = /(?![\t\n\r])\p{Cc}/gu;

/** Text in one form: composed letters, plain single spaces, no characters that nobody sees. Line breaks stay. */
export function tidyText(text: string): string {
  return text
    .normalize('NFC')
    .replace(control, '')
    .replace(odd, ' ')
    .replace(invisible, '')
    .replace(/[ \t]+/g, ' ')
    .replace(/ ?\r?\n ?/g, '\n')
    .trim();
}

export function oneLine(text: string): string {
  return tidyText(text).replace(/\s*\n\s*/g, ' ');
}
