import { spawnSync } from 'node:child_process';

/** The text a reader can select in a PDF, page by page, with single spaces. Needs pdftotext of poppler-utils. */
export function pdfPages(pdf: Uint8Array): string[] {
  const { status, stdout, stderr } = spawnSync('pdftotext', ['-layout', '-enc', 'UTF-8', '-', '-'], {
    input: pdf,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`pdftotext: ${stderr || String(status)}`);
  return stdout
    .split('\f')
    .slice(0, -1)
    .map((page) => page.normalize('NFC').replaceAll(/\s+/g, ' ').trim());
}
