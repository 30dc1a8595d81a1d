/**
 * A form of choices that shows at once what follows from them; without script its button does. When the choice named
 * by `data-lead` changes, the others are left behind: what they offer depends on it.
 */
export function submitOnChange(root: HTMLElement): void {
  if (!(root instanceof HTMLFormElement)) throw new Error('submit-on-change belongs on a form');
  const form = root;
  form.addEventListener('change', ({ target }) => {
    const isLead = target instanceof HTMLSelectElement && target.name === form.dataset['lead'];
    for (const select of form.querySelectorAll('select')) select.disabled = isLead && select !== target;
    form.requestSubmit();
  });
}
