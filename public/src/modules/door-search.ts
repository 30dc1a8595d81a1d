import { looksLikePass } from '../../../contract/pass/pass-code.ts';
import { datum, delegate, part } from '../lib/dom.ts';
import { fill } from '../lib/fragment.ts';
import { debounce } from '../lib/timing.ts';
import type { Wanted } from './door-sending.ts';

const shortest = 2;

/** One field for names, typed codes and hand scanners. A pass goes to the server at once, a name brings people. */
export function doorSearch(
  root: HTMLElement,
  admit: (wanted: Wanted, label: string) => void,
): { focus: () => void } {
  const form = part(root, '[data-search-form]', HTMLFormElement);
  const field = part(form, 'input[name="q"]', HTMLInputElement);
  const people = part(root, '[data-people]');
  let asked = 0;

  async function search(): Promise<void> {
    const query = field.value.trim();
    const turn = (asked += 1);
    if (query.length < shortest) return people.replaceChildren();
    if (looksLikePass(query)) return;
    const found = document.createElement('div');
    await fill(found, `${datum(root, 'search')}?q=${encodeURIComponent(query)}`);
    // An answer to what was typed before the last letter is not shown.
    if (turn === asked) people.replaceChildren(...found.childNodes);
  }

  function clear(): void {
    asked += 1;
    field.value = '';
    people.replaceChildren();
    if (matchMedia('(pointer: fine)').matches) field.focus();
  }

  part(form, '[data-plain]').hidden = true;
  const soon = debounce(150, () => void search());
  field.addEventListener('input', soon);
  if (field.value !== '') soon();
  form.addEventListener('submit', (sent) => {
    sent.preventDefault();
    const typed = field.value.trim();
    if (!looksLikePass(typed)) return void search();
    admit({ code: typed, method: 'typed' }, typed);
    clear();
  });
  delegate(root, 'submit', '[data-admit]', (chosen, sent) => {
    sent.preventDefault();
    const label = chosen.closest('article')?.querySelector('h3')?.textContent ?? '';
    admit({ guest: datum(chosen, 'admit'), method: 'search' }, label);
    clear();
  });
  return { focus: () => field.focus() };
}
