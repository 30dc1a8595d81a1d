import { announce } from '../lib/dom.ts';
import { wait } from '../lib/timing.ts';

/** A button that copies `data-text` and says so with `data-done`. */
export function copy(button: HTMLElement): void {
  const label = button.querySelector<HTMLElement>('[data-label]') ?? button;
  const wording = label.textContent;

  async function copyNow(): Promise<void> {
    await navigator.clipboard.writeText(button.dataset['text'] ?? '');
    const done = button.dataset['done'] ?? '';
    button.classList.add('is-done');
    label.textContent = done;
    announce(done);
    await wait(2000);
    button.classList.remove('is-done');
    label.textContent = wording;
  }

  button.addEventListener('click', () => void copyNow());
}
