const particles = new Set(['de', 'van', 'von', 'da', 'di', 'der', 'den', 'al', 'bin', 'la', 'le']);

/** True for names typed with the shift key held down. */
export function isAllCapitals(name: string): boolean {
  const letters = name.replace(/\P{L}/gu, '');
  return (
    letters.length > 3 &&
    letters === letters.toLocaleUpperCase('vi') &&
    letters !== letters.toLocaleLowerCase('vi')
  );
}

/** True for names typed without any capital. */
export function hasNoCapital(name: string): boolean {
  const letters = name.replace(/\P{L}/gu, '');
  return (
    letters.length > 3 &&
    letters === letters.toLocaleLowerCase('vi') &&
    letters !== letters.toLocaleUpperCase('vi')
  );
}

/** “NGUYỄN VĂN AN” as “Nguyễn Văn An”. */
export function inNameCase(name: string): string {
  const words = name.toLocaleLowerCase('vi').split(' ');
  return words
    .map((word, index) => (index > 0 && particles.has(word) && words.length < 3 ? word : capitalised(word)))
    .join(' ');
}

function capitalised(word: string): string {
  return word.replace(
    /(^|[-'’])(\p{L})/gu,
    (_, before: string, letter: string) => before + letter.toLocaleUpperCase('vi'),
  );
}
