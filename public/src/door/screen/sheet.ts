import { delegate } from '../../lib/dom.ts';
import { made } from './made.ts';

export interface Sheet {
  element: HTMLDialogElement;
  close: () => void;
}

/** A dialog from its template, over the page until it is closed. What opened it has the focus again afterwards. */
export function openSheet(template: string): Sheet {
  const element = made(template);
  if (!(element instanceof HTMLDialogElement)) throw new Error(`The template ${template} is no dialog`);
  const before = document.activeElement;
  const close = (): void => element.close();
  delegate(element, 'click', '[data-close]', close);
  element.addEventListener('close', () => {
    element.remove();
    if (before instanceof HTMLElement && before.isConnected) before.focus();
  });
  document.body.append(element);
  element.showModal();
  return { element, close };
}

/** Says below a field what is wrong with it, and leads there; '' when it is right. */
export function sayWrong(sheet: HTMLElement, field: HTMLInputElement, sentence: string): void {
  const place = sheet.querySelector<HTMLElement>(`#${field.id}-error`);
  if (place) {
    place.textContent = sentence;
    place.hidden = sentence === '';
  }
  field.setAttribute('aria-invalid', String(sentence !== ''));
  if (sentence !== '') field.focus();
}
