/** The name of a sent file as a text to be shown: one line, no folders. Browsers send it as bytes of UTF-8. */
export function readPlainName(name: string): string {
  const bytes = Buffer.from(name, 'latin1');
  const utf8 = bytes.toString('utf8');
  const text = bytes.toString('latin1') === name && !utf8.includes('\uFFFD') ? utf8 : name;
  const base = text.split(/[/\\]/).at(-1) ?? '';
  return base
    .replace(/\p{Cc}/gu, '')
    .normalize('NFC')
    .trim()
    .slice(0, 120);
}
