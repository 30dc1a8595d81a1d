import { part } from '../lib/dom.ts';

/** The print button of a sheet; without script there is the browser's own. */
export function printSheet(root: HTMLElement): void {
  const button = part(root, '[data-print]');
  button.hidden = false;
  button.addEventListener('click', () => globalThis.print());
}
