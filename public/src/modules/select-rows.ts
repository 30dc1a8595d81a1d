import { part, parts } from '../lib/dom.ts';
import { morphed } from '../lib/fragment.ts';

/**
 * A list of which some rows are chosen. Rows have `input[data-row]`, the head may have `input[data-all]`; `[data-bar]`
 * is shown while something is chosen and says in `[data-count]` how much. Without script the bar is always there.
 */
export function selectRows(root: HTMLElement): void {
  root.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement)) return;
    if (target.matches('[data-all]')) for (const row of rowsOf(root)) row.checked = target.checked;
    show(root);
  });
  root.addEventListener(morphed, () => show(root));
  show(root);
}

function show(root: HTMLElement): void {
  const bar = root.querySelector('[data-bar]');
  if (!(bar instanceof HTMLElement)) return;
  const rows = rowsOf(root);
  const chosen = rows.filter((row) => row.checked).length;
  bar.hidden = chosen === 0;
  part(bar, '[data-count]').textContent = String(chosen);
  for (const all of parts(root, 'input[data-all]', HTMLInputElement)) {
    all.hidden = false;
    all.checked = chosen > 0 && chosen === rows.length;
    all.indeterminate = chosen > 0 && chosen < rows.length;
  }
}

function rowsOf(root: HTMLElement): HTMLInputElement[] {
  return parts(root, 'input[data-row]:not(:disabled)', HTMLInputElement);
}
