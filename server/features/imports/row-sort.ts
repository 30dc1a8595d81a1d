/** The place of a row in its table, as a text that sorts. */
export function sortOf(number: number, part: number): string {
  return `${String(number).padStart(6, '0')}.${String(part).padStart(3, '0')}`;
}
