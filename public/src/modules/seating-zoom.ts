import { part } from '../lib/dom.ts';

/**
 * Where seats are drawn large enough for a finger, a large hall does not fit: a button shows all of it, and a tap there
 * leads to that place. Returns whether a click only led somewhere.
 */
export function zooming(root: HTMLElement): (click: MouseEvent) => boolean {
  const window = part(root, '[data-scroll]');
  const button = part(root, '[data-overview]', HTMLButtonElement);
  button.hidden = false;
  const show = (isWhole: boolean): void => {
    root.classList.toggle('is-overview', isWhole);
    button.setAttribute('aria-pressed', String(isWhole));
  };
  window.scrollLeft = (window.scrollWidth - window.clientWidth) / 2;
  button.addEventListener('click', () => show(!root.classList.contains('is-overview')));
  return ({ target }) => {
    const isLarge = !root.classList.contains('is-overview') || button.offsetParent === null;
    if (isLarge || !(target instanceof Element) || !window.contains(target)) return false;
    show(false);
    target.scrollIntoView({ block: 'center', inline: 'center' });
    return true;
  };
}
