import { announce, delegate, parts } from '../lib/dom.ts';
import { morph } from '../lib/fragment.ts';
import { fetchHtml, Problem } from '../lib/http.ts';
import { debounce } from '../lib/timing.ts';
import { parseHtml } from '../lib/trusted.ts';
import { typedAhead } from '../lib/typed.ts';

/**
 * The checked table of an import: what is typed into a cell is kept at once, and its row comes back checked. Without
 * script each row is a form with a button. Buttons marked `data-whole` change more than their row and load the page.
 */
export function importTable(root: HTMLElement): void {
  for (const table of parts(root, '.import-table')) table.dataset['live'] = '';
  const waiting = new Map<string, { turn: number; work: Promise<void> }>();
  const pauses = new Map<string, () => void>();

  delegate(root, 'change', '[data-cell]', (cell) => save(formOf(cell)));
  delegate(root, 'input', '[data-cell]', (cell) => {
    const form = formOf(cell);
    if (!form) return;
    const soon = pauses.get(form.id) ?? debounce(900, () => save(form));
    pauses.set(form.id, soon);
    soon();
  });
  root.addEventListener('submit', (sent) => {
    const form = sent.target;
    const { submitter } = sent;
    if (!(form instanceof HTMLFormElement) || form.dataset['rowForm'] === undefined) return;
    if (submitter instanceof HTMLElement && submitter.dataset['whole'] !== undefined) return;
    sent.preventDefault();
    save(form, submitter);
  });
  for (const cell of typedAhead(root)) if (cell.dataset['cell'] !== undefined) save(formOf(cell));

  /** One after the other for each row; only the last answer is shown, so nothing typed meanwhile is overwritten. */
  function save(form: HTMLFormElement | null, submitter: HTMLElement | null = null): void {
    if (!form) return;
    const body = new URLSearchParams(fieldsOf(form, submitter));
    const last = waiting.get(form.id);
    const turn = (last?.turn ?? 0) + 1;
    waiting.set(form.id, { turn, work: keep(form, body, { turn, before: last?.work }) });
  }

  async function keep(
    form: HTMLFormElement,
    body: URLSearchParams,
    { turn, before }: { turn: number; before: Promise<void> | undefined },
  ): Promise<void> {
    await before;
    const html = await send(form, body);
    if (waiting.get(form.id)?.turn === turn && html !== null) show(form, html);
  }

  function show(form: HTMLFormElement, html: string): void {
    const row = form.closest<HTMLElement>('[data-row]');
    // What was typed has brought a column into the table that other rows lack here.
    if (headingsIn(parseHtml(html)) !== headingsIn(root)) return location.reload();
    const had = document.activeElement;
    if (row) morph(row, html);
    const state = document.getElementById('import-state');
    if (state) keepingWords(state, () => morph(state, html));
    // The button that was pressed may be gone; the reader stays in the row.
    if (had instanceof HTMLElement && !had.isConnected)
      row?.querySelector<HTMLElement>('[data-cell]')?.focus();
  }
}

/** What has been chosen for unknown words, and not sent yet, stays chosen. */
function keepingWords(state: HTMLElement, change: () => void): void {
  const chosen = new Map(wordsIn(state).map(({ text, select }) => [text, select.value]));
  change();
  for (const { text, select } of wordsIn(state)) select.value = chosen.get(text) ?? '';
}

function wordsIn(state: HTMLElement): { text: string; select: HTMLSelectElement }[] {
  return [...state.querySelectorAll('.import-values li')].flatMap((word) => {
    const [text, select] = [word.querySelector('input'), word.querySelector('select')];
    return text && select ? [{ text: text.value, select }] : [];
  });
}

function headingsIn(place: ParentNode): number {
  return place.querySelectorAll('.import-table > thead th').length;
}

async function send(form: HTMLFormElement, body: URLSearchParams): Promise<string | null> {
  const row = form.closest('[data-row]');
  row?.setAttribute('aria-busy', 'true');
  try {
    const { html } = await fetchHtml(form.action, { method: 'POST', body, retries: 3 });
    return html;
  } catch (error) {
    announce(error instanceof Error ? error.message : String(error));
    if (error instanceof Problem) form.submit();
    return null;
  } finally {
    row?.removeAttribute('aria-busy');
  }
}

function formOf(cell: HTMLElement): HTMLFormElement | null {
  return cell instanceof HTMLInputElement || cell instanceof HTMLSelectElement ? cell.form : null;
}

function fieldsOf(form: HTMLFormElement, submitter: HTMLElement | null): [string, string][] {
  return [...new FormData(form, submitter)].map(([field, value]) => [
    field,
    typeof value === 'string' ? value : '',
  ]);
}
