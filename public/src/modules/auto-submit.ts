import { datum } from '../lib/dom.ts';
import { morph } from '../lib/fragment.ts';
import { Problem, Unreachable, fetchHtml } from '../lib/http.ts';
import { debounce } from '../lib/timing.ts';
import { typedAhead } from '../lib/typed.ts';

/**
 * A search form that answers while one types: `data-target` is the id of the list it replaces.
 * Without script the form is sent by its button and shows the same page.
 */
export function autoSubmit(root: HTMLElement): void {
  if (!(root instanceof HTMLFormElement)) throw new Error('auto-submit belongs on a form');
  const form = root;
  let current = new AbortController();

  async function search(): Promise<void> {
    current.abort();
    current = new AbortController();
    const { signal } = current;
    try {
      await replaceList(form, signal);
    } catch (error) {
      if (signal.aborted) return;
      if (error instanceof Problem || error instanceof Unreachable) form.submit();
      else throw error;
    }
  }

  const soon = debounce(180, () => void search());
  form.addEventListener('input', soon);
  form.addEventListener('change', soon);
  form.addEventListener('submit', (sent) => {
    sent.preventDefault();
    void search();
  });
  if (typedAhead(form).length > 0) soon();
}

async function replaceList(form: HTMLFormElement, signal: AbortSignal): Promise<void> {
  const target = document.getElementById(datum(form, 'target'));
  if (!target) return form.submit();
  const url = address(form);
  target.setAttribute('aria-busy', 'true');
  const { html } = await fetchHtml(url, { signal });
  if (signal.aborted) return;
  morph(target, html);
  target.removeAttribute('aria-busy');
  history.replaceState(null, '', url);
}

function address(form: HTMLFormElement): string {
  const url = new URL(form.action, location.href);
  url.search = '';
  for (const [key, value] of new FormData(form)) {
    if (typeof value === 'string' && value !== '') url.searchParams.append(key, value);
  }
  return url.href;
}
