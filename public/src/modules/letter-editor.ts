import { datum, delegate, part, parts } from '../lib/dom.ts';
import { morph } from '../lib/fragment.ts';
import { fetchHtml } from '../lib/http.ts';
import { coalesce, debounce } from '../lib/timing.ts';
import { typedAhead } from '../lib/typed.ts';

type Writable = HTMLInputElement | HTMLTextAreaElement;

const quiet = 350;

/** Puts fields in where the cursor was, and shows the letter as it will be read while it is being typed. */
export function letterEditor(root: HTMLElement): void {
  const letter = part(root, '[data-letter]');
  const found = part(root, '[data-found]');
  let last: Writable | null = isWritable(document.activeElement) ? document.activeElement : null;

  const refresh = coalesce(async () => {
    if (!(root instanceof HTMLFormElement)) return;
    const typed = new URLSearchParams();
    for (const [name, value] of new FormData(root)) if (typeof value === 'string') typed.append(name, value);
    const { html } = await fetchHtml(datum(root, 'preview'), { method: 'POST', body: typed });
    morph(letter, html);
  });

  const search = coalesce(async () => {
    const query = new URLSearchParams({ q: part(root, 'input[type=search]', HTMLInputElement).value });
    const { html } = await fetchHtml(`${datum(root, 'guests')}?${query.toString()}`);
    morph(found, html);
    await refresh();
  });

  function insert(mark: string): void {
    const field = last ?? part(root, 'details[open] textarea', HTMLTextAreaElement);
    field.focus();
    const { selectionStart, selectionEnd } = field;
    field.setRangeText(mark, selectionStart ?? 0, selectionEnd ?? 0, 'end');
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }

  root.addEventListener('focusin', ({ target }) => {
    if (isWritable(target)) last = target;
  });
  const soon = {
    refresh: debounce(quiet, () => void refresh()),
    search: debounce(quiet, () => void search()),
  };
  const show = (field: EventTarget | null): void =>
    field instanceof HTMLInputElement && field.type === 'search' ? soon.search() : soon.refresh();
  root.addEventListener('input', ({ target }) => show(target));
  for (const field of typedAhead(root)) show(field);
  delegate(root, 'click', '[data-insert]', (button) => insert(datum(button, 'insert')));
  for (const hint of parts(root, '[data-field-hint]')) hint.hidden = false;
}

function isWritable(target: EventTarget | null): target is Writable {
  return (
    target instanceof HTMLTextAreaElement ||
    (target instanceof HTMLInputElement && target.name.endsWith('[subject]'))
  );
}
