import { announce } from '../lib/dom.ts';
import { Problem, sendJson } from '../lib/http.ts';
import * as live from '../lib/live.ts';

/**
 * Sends a form without leaving the page; what it changed comes back as news. A refusal is said aloud and the page
 * shows what is true. Without script the form posts as forms do.
 */
export function postQuietly(root: HTMLElement): void {
  if (!(root instanceof HTMLFormElement)) return;
  root.addEventListener('submit', (submitted) => {
    submitted.preventDefault();
    void send(root);
  });
}

async function send(form: HTMLFormElement): Promise<void> {
  if (form.getAttribute('aria-busy') === 'true') return;
  form.setAttribute('aria-busy', 'true');
  try {
    await sendJson(form.action, { method: 'POST', body: Object.fromEntries(fieldsOf(form)) });
  } catch (error) {
    announce(error instanceof Error ? error.message : String(error));
    if (error instanceof Problem) live.refreshAll();
  } finally {
    form.removeAttribute('aria-busy');
  }
}

function fieldsOf(form: HTMLFormElement): [string, string][] {
  return [...new FormData(form)].map(([field, value]) => [field, typeof value === 'string' ? value : '']);
}
