import { typedAhead } from '../lib/typed.ts';

/**
 * A form of choices that shows at once what follows from them; without script its button does. When the choice named
 * by `data-lead` changes, the others are left behind: what they offer depends on it.
 */
export function submitOnChange(root: HTMLElement): void {
  if (!(root instanceof HTMLFormElement)) throw new Error('submit-on-change belongs on a form');
  const form = root;
  form.addEventListener('change', ({ target }) => show(target));
  const [early] = typedAhead(form);
  if (!early) return;
  // Whoever comes back sees choices the browser remembered, of the page they went on to.
  if (isComingBack()) form.reset();
  else show(early);

  function show(choice: EventTarget | null): void {
    const isLead = choice instanceof HTMLSelectElement && choice.name === form.dataset['lead'];
    for (const select of form.querySelectorAll('select')) select.disabled = isLead && select !== choice;
    form.requestSubmit();
  }
}

function isComingBack(): boolean {
  const [visit] = performance.getEntriesByType('navigation');
  return visit instanceof PerformanceNavigationTiming && visit.type !== 'navigate';
}
