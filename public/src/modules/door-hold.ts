import { delegate } from '../lib/dom.ts';

const holdFor = 600;

/**
 * Buttons that act when they are held, by finger, mouse, Enter or Space. Assistive technology presses without either
 * and cannot hold; there a press is deliberate, so it counts.
 */
export function holdToPress(root: HTMLElement, selector: string, act: (button: HTMLElement) => void): void {
  let held: { button: HTMLElement; timer: ReturnType<typeof setTimeout> } | undefined;
  let touchedAt = 0;

  function start(button: HTMLElement): void {
    stop();
    touchedAt = Date.now();
    button.classList.add('is-held');
    held = { button, timer: setTimeout(() => finish(button), holdFor) };
  }

  function stop(): void {
    if (!held) return;
    clearTimeout(held.timer);
    held.button.classList.remove('is-held');
    touchedAt = Date.now();
    held = undefined;
  }

  function finish(button: HTMLElement): void {
    stop();
    act(button);
  }

  delegate(root, 'pointerdown', selector, (button, { button: which }) => which === 0 && start(button));
  for (const type of ['pointerup', 'pointercancel'] as const) document.addEventListener(type, stop);
  delegate(root, 'pointerout', selector, stop);
  delegate(root, 'focusout', selector, stop);
  delegate(root, 'contextmenu', selector, (_button, opened) => opened.preventDefault());
  delegate(root, 'keydown', selector, (button, pressed) => {
    if (pressed.key !== ' ' && pressed.key !== 'Enter') return;
    pressed.preventDefault();
    if (!pressed.repeat) start(button);
  });
  delegate(root, 'keyup', selector, stop);
  delegate(root, 'click', selector, (button, clicked) => {
    clicked.preventDefault();
    if (Date.now() - touchedAt > 1000) act(button);
  });
}
