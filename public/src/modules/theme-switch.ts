import { parts } from '../lib/dom.ts';

/** Buttons with `data-choice` light, dark or system. The choice stays with the browser. */
export function themeSwitch(root: HTMLElement): void {
  root.hidden = false;
  const buttons = parts(root, '[data-choice]', HTMLButtonElement);

  function show(choice: string): void {
    for (const button of buttons)
      button.setAttribute('aria-pressed', String(button.dataset['choice'] === choice));
  }

  function choose(choice: string): void {
    if (choice === 'system') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = choice;
    localStorage.setItem('theme', choice);
    show(choice);
  }

  for (const button of buttons)
    button.addEventListener('click', () => choose(button.dataset['choice'] ?? 'system'));
  show(localStorage.getItem('theme') ?? 'system');
}
