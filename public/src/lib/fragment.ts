import { Idiomorph } from 'idiomorph';
import { fetchHtml } from './http.ts';
import { coalesce, wait } from './timing.ts';
import { parseHtml } from './trusted.ts';

/** Sent with the element when it has just been brought up to date. */
export const morphed = 'rostrum:morphed';

/**
 * Makes a function that fetches an element's HTML again and morphs it in place: focus, scroll and open
 * details stay. At most one request is under way and one waiting; `calm` is a pause in which more news may gather.
 */
export function refresher(root: HTMLElement, source: () => string, calm = 0): () => Promise<void> {
  return coalesce(async () => {
    await wait(calm);
    if (!root.isConnected) return;
    root.setAttribute('aria-busy', 'true');
    try {
      const { html } = await fetchHtml(source());
      morph(root, html);
    } finally {
      root.removeAttribute('aria-busy');
    }
  });
}

/** Fetches a fragment and shows it inside an element. */
export async function fill(root: HTMLElement, url: string): Promise<void> {
  const { html } = await fetchHtml(url);
  morphInside(root, parseHtml(html).body.childNodes);
}

/**
 * Morphs new HTML into an element. The HTML is the element itself (same id or same `data-source`),
 * a whole page that contains it, or what stands inside it.
 */
export function morph(root: HTMLElement, html: string): void {
  const page = parseHtml(html);
  const twin = twinIn(page, root);
  if (twin) void Idiomorph.morph(root, twin, { morphStyle: 'outerHTML', ...kept() });
  else morphInside(root, page.body.childNodes);
  root.dispatchEvent(new CustomEvent(morphed, { bubbles: true }));
}

const callbacks = {
  /** What the reader opened or switched here is theirs; the server does not know of it. */
  beforeAttributeUpdated: (attribute: string, element: Element): boolean =>
    !(attribute === 'open' && element.matches('details, dialog')) &&
    !(attribute === 'checked' && element.matches('input[data-row]')) &&
    attribute !== 'aria-busy',
};

function morphInside(root: HTMLElement, nodes: NodeListOf<ChildNode>): void {
  void Idiomorph.morph(root, [...nodes], { morphStyle: 'innerHTML', ...kept() });
}

/**
 * What is being typed stays as it is. Of everything else that has the focus the inside is brought up to date: a seat
 * that somebody just left shows nobody.
 */
function kept(): { ignoreActiveValue: boolean; callbacks: typeof callbacks } {
  const isField = document.activeElement?.matches('input, textarea, select') ?? false;
  return { ignoreActiveValue: isField, callbacks };
}

function twinIn(page: Document, root: HTMLElement): Element | null {
  if (root.id !== '') return page.getElementById(root.id);
  const source = root.dataset['source'];
  return source === undefined ? null : page.querySelector(`[data-source="${CSS.escape(source)}"]`);
}
