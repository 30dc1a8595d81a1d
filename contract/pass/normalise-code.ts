/** A code as somebody typed it, in the form in which it is stored: forgives case, spaces, dashes, O, I and L. */
export function normaliseCode(text: string): string {
  return text
    .toUpperCase()
    .replace(/[^0-9A-Z]+/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
}
