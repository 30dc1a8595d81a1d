/** Full-width twins are formulas too where Excel speaks an East Asian language. */
const formula = /^[=+\-@\t\r\0＝＋－＠]/;

/** A cell of a text table as text, also in programs that take what begins so for a formula. */
export function safeCell(text: string): string {
  return formula.test(text) ? `'${text}` : text;
}
