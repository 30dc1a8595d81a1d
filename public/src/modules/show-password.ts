import { part } from '../lib/dom.ts';

/** A button beside a password that shows what was typed. Hidden until there is a script to obey it. */
export function showPassword(root: HTMLElement): void {
  const input = part(root, 'input', HTMLInputElement);
  const button = part(root, 'button', HTMLButtonElement);
  button.hidden = false;
  button.addEventListener('click', () => {
    const shown = input.type === 'password';
    input.type = shown ? 'text' : 'password';
    button.setAttribute('aria-pressed', String(shown));
    button.setAttribute('aria-label', (shown ? button.dataset['hide'] : button.dataset['show']) ?? '');
    input.focus();
  });
  root.closest('form')?.addEventListener('submit', () => (input.type = 'password'));
}
