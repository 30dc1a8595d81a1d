import { delegate, part, parts } from '../lib/dom.ts';
import { fill } from '../lib/fragment.ts';

/**
 * Opens what a row links to beside the list. The root holds links with `data-panel-link` (its value is the address
 * of the fragment, empty means the link's own) and one `[data-panel]` with a `[data-panel-body]` and `[data-panel-close]`.
 */
export function sidePanel(root: HTMLElement): void {
  const panel = part(root, '[data-panel]');
  const body = part(panel, '[data-panel-body]');
  let opener: HTMLElement | undefined;

  delegate(root, 'click', 'a[data-panel-link]', (link, click) => {
    if (click.ctrlKey || click.metaKey || click.shiftKey || click.button !== 0) return;
    click.preventDefault();
    if (link instanceof HTMLAnchorElement) void open(link);
  });
  part(panel, '[data-panel-close]').addEventListener('click', close);
  root.addEventListener('keydown', (pressed) => {
    if (pressed.key === 'Escape' && !panel.hidden && !document.querySelector('dialog[open]')) close();
  });

  async function open(link: HTMLAnchorElement): Promise<void> {
    opener = link;
    mark(link);
    panel.hidden = false;
    body.setAttribute('aria-busy', 'true');
    try {
      await fill(body, link.dataset['panelLink'] || link.href);
    } catch {
      // The page behind the link says what is wrong, in words.
      location.assign(link.href);
    }
    body.removeAttribute('aria-busy');
    body.focus();
  }

  function close(): void {
    panel.hidden = true;
    body.replaceChildren();
    mark(undefined);
    opener?.focus();
  }

  function mark(current: HTMLElement | undefined): void {
    for (const link of parts(root, 'a[data-panel-link][aria-current]')) link.removeAttribute('aria-current');
    current?.setAttribute('aria-current', 'true');
  }
}
