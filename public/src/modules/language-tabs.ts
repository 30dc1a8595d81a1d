import { part, parts } from '../lib/dom.ts';

/** Shows one language of a localised text at a time; without script all of them stand under each other. */
export function languageTabs(root: HTMLElement): void {
  const bar = part(root, '[role="tablist"]');
  const tabs = parts(bar, '[role="tab"]', HTMLButtonElement);

  function choose(chosen: HTMLButtonElement): void {
    for (const tab of tabs) {
      const isChosen = tab === chosen;
      tab.setAttribute('aria-selected', String(isChosen));
      tab.tabIndex = isChosen ? 0 : -1;
      panelOf(root, tab).hidden = !isChosen;
    }
  }

  for (const tab of tabs) {
    tab.addEventListener('click', () => choose(tab));
    panelOf(root, tab).addEventListener('input', () => markFilled(root, tab));
    markFilled(root, tab);
  }
  bar.addEventListener('keydown', (pressed) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[pressed.key];
    const here = tabs.findIndex((tab) => tab === document.activeElement);
    const next = step === undefined ? undefined : tabs[(here + step + tabs.length) % tabs.length];
    if (!next) return;
    pressed.preventDefault();
    choose(next);
    next.focus();
  });

  bar.hidden = false;
  root.classList.add('has-tabs');
  const first = tabs.find((tab) => panelOf(root, tab).querySelector('[aria-invalid="true"]')) ?? tabs[0];
  if (first) choose(first);
}

function markFilled(root: HTMLElement, tab: HTMLElement): void {
  const panel = panelOf(root, tab);
  const inputs = [
    ...parts(panel, 'input', HTMLInputElement),
    ...parts(panel, 'textarea', HTMLTextAreaElement),
  ];
  tab.dataset['filled'] = String(inputs.some(({ value }) => value.trim() !== ''));
}

function panelOf(root: HTMLElement, tab: HTMLElement): HTMLElement {
  return part(root, `#${CSS.escape(tab.getAttribute('aria-controls') ?? '')}`);
}
