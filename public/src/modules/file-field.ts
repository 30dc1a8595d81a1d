import { part } from '../lib/dom.ts';

/** A file field in the language of the page: its own button, and the name of the file that was chosen. */
export function fileField(root: HTMLElement): void {
  const input = part(root, 'input', HTMLInputElement);
  const name = part(root, '[data-name]');
  const none = name.textContent;
  const show = (): void => {
    name.textContent = [...(input.files ?? [])].map((file) => file.name).join(', ') || none;
  };
  input.addEventListener('change', show);
  input.form?.addEventListener('reset', () => setTimeout(show));
  show();
}
