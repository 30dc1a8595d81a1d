import { datum, part } from '../lib/dom.ts';
import { morph } from '../lib/fragment.ts';
import { fetchHtml } from '../lib/http.ts';
import { coalesce, debounce } from '../lib/timing.ts';
import { typedAhead } from '../lib/typed.ts';

const quiet = 300;

/** A form whose `[data-sketch]` shows what is being typed, as `data-preview` draws it. */
export function liveSketch(root: HTMLElement): void {
  if (!(root instanceof HTMLFormElement)) throw new Error('live-sketch belongs on a form');
  const sketch = part(root, '[data-sketch]');
  const redraw = coalesce(() => draw(root, sketch));
  const show = debounce(quiet, () => void redraw());
  root.addEventListener('input', show);
  root.addEventListener('change', show);
  if (typedAhead(root).length > 0) show();
}

async function draw(form: HTMLFormElement, sketch: HTMLElement): Promise<void> {
  const typed = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') typed.append(name, value);
  const { html } = await fetchHtml(datum(form, 'preview'), { method: 'POST', body: typed });
  // Half a number draws nothing; the last drawing stays.
  if (html !== '') morph(sketch, html);
}
