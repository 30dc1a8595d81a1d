import { part } from '../lib/dom.ts';

const readingTime = 8000;

/** Good news leaves by itself, unless somebody is looking at it; bad news stays until it is closed. */
export function flash(root: HTMLElement): void {
  const close = part(root, '[data-close]', HTMLButtonElement);
  close.hidden = false;
  close.addEventListener('click', () => root.remove());
  if (root.dataset['tone'] === 'good') setTimeout(leave, readingTime);

  function leave(): void {
    if (root.matches(':hover, :focus-within')) setTimeout(leave, readingTime / 2);
    else root.remove();
  }
}
