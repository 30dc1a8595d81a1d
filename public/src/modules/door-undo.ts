import { parts } from '../lib/dom.ts';
import { sendJson } from '../lib/http.ts';
import { holdToPress } from './door-hold.ts';

export interface UndoOutcome {
  done: (scanId: string) => void;
  failed: (message: string) => void;
}

/** Taking an admission back, by holding the button. The undoId is made with the page, so a repeat changes nothing. */
export function doorUndo(root: HTMLElement, outcome: UndoOutcome): void {
  async function send(form: HTMLFormElement): Promise<void> {
    if (form.getAttribute('aria-busy') === 'true') return;
    form.setAttribute('aria-busy', 'true');
    const fields = parts(form, 'input', HTMLInputElement).map((input) => [input.name, input.value]);
    const body: Record<string, string> = Object.fromEntries(fields);
    try {
      await sendJson(form.action, { method: 'POST', body, retries: 6 });
      outcome.done(body['scanId'] ?? '');
    } catch (error) {
      outcome.failed(error instanceof Error ? error.message : String(error));
    } finally {
      form.removeAttribute('aria-busy');
    }
  }

  holdToPress(root, '[data-hold]', (button) => {
    if (button instanceof HTMLButtonElement && button.form) void send(button.form);
  });
}
