import { delegate } from '../lib/dom.ts';

/** `command` and `commandfor` on buttons, for browsers that do not know them yet; and a click beside a dialog closes it. */
export function invoke(root: HTMLElement): void {
  if (!('command' in HTMLButtonElement.prototype)) {
    delegate(root, 'click', 'button[commandfor]', (button) => obey(button));
  }
  root.addEventListener('click', ({ target, clientX, clientY }) => {
    if (target instanceof HTMLDialogElement && target.open && isOutside(target, clientX, clientY))
      target.close();
  });
}

function obey(button: HTMLElement): void {
  const dialog = document.getElementById(button.getAttribute('commandfor') ?? '');
  if (!(dialog instanceof HTMLDialogElement)) return;
  const command = button.getAttribute('command');
  if (command === 'show-modal' && !dialog.open) dialog.showModal();
  if (command === 'close') dialog.close();
}

function isOutside(dialog: HTMLElement, x: number, y: number): boolean {
  const box = dialog.getBoundingClientRect();
  return x < box.left || x > box.right || y < box.top || y > box.bottom;
}
