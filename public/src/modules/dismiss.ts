import { parts } from '../lib/dom.ts';

/** Menus close when one clicks elsewhere, leaves with Tab, or presses Escape. */
export function dismiss(root: HTMLElement): void {
  root.addEventListener('click', ({ target }) => closeAllBut(root, target));
  root.addEventListener('focusin', ({ target }) => closeAllBut(root, target));
  root.addEventListener('keydown', (pressed) => {
    if (pressed.key !== 'Escape') return;
    const open = openMenus(root).find((menu) => menu.contains(document.activeElement));
    closeAllBut(root, null);
    open?.querySelector('summary')?.focus();
  });
}

function closeAllBut(root: HTMLElement, target: EventTarget | null): void {
  for (const menu of openMenus(root)) {
    if (!(target instanceof Node) || !menu.contains(target)) menu.open = false;
  }
}

function openMenus(root: HTMLElement): HTMLDetailsElement[] {
  return parts(root, 'details.menu[open]', HTMLDetailsElement);
}
