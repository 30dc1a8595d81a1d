import { datum, part } from '../lib/dom.ts';

/** A deliberate gesture: the button wakes up when what is typed equals `data-expects`. */
export function confirmByTyping(root: HTMLElement): void {
  const input = part(root, 'input[data-confirm]', HTMLInputElement);
  const button = part(root, 'button[type="submit"], button:not([type])', HTMLButtonElement);
  const expected = plain(datum(root, 'expects'));

  function compare(): void {
    button.disabled = plain(input.value) !== expected;
  }

  input.addEventListener('input', compare);
  root.closest('dialog')?.addEventListener('close', () => {
    input.value = '';
    compare();
  });
  compare();
}

/** "1 204", "1.204" and "1204" are the same number to a person. */
function plain(text: string): string {
  return text.replaceAll(/[\s.,\u00A0\u202F]/g, '').toLowerCase();
}
