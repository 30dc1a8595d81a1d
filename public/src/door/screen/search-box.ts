import { looksLikePass } from '../../../../contract/pass/pass-code.ts';
import type { DoorGuest } from '../../../../contract/door/sync.ts';
import { announce, delegate, part } from '../../lib/dom.ts';
import { debounce } from '../../lib/timing.ts';
import { onceAWhile } from '../../modules/door-once.ts';
import { peopleFound } from './people-found.ts';
import { personRow } from './person-row.ts';
import type { Work } from './work.ts';
import { say, type TextKey } from './words.ts';

const FEWEST_LETTERS = 2;
const SOON_MS = 120;
const ASK_AFTER_MS = 300;

export interface SearchBox {
  focus: () => void;
  clear: () => void;
  draw: () => void;
}

/** One field for names, typed codes and hand scanners. Names are found here, without the network; not by stewards. */
export function searchBox(root: HTMLElement, work: Work, tell: (sentence: string) => void): SearchBox {
  const form = part(root, '[data-search-form]', HTMLFormElement);
  const field = part(form, 'input', HTMLInputElement);
  const people = part(root, '[data-people]');
  const found = peopleFound(work.desk);

  const query = (): string => (work.isSupervisor() ? queryIn(field) : '');

  function draw(): void {
    name(field, work.isSupervisor() ? 'door-app.search' : 'door-app.code');
    const wanted = query();
    part(form, '[data-clear]').hidden = field.value === '';
    const guests = wanted === '' ? [] : found.of(wanted);
    // What may be a code as well is one, when it names nobody.
    people.hidden = wanted === '' || (guests.length === 0 && looksLikePass(wanted));
    // A row that has the focus must not be taken away from under it.
    if (people.contains(document.activeElement) && wanted !== '') return;
    show(people, guests, { work, wanted });
  }

  async function ask(): Promise<void> {
    const wanted = query();
    // Codes are not tried at the server letter by letter.
    if (wanted === '' || looksLikePass(wanted)) return;
    if ((await found.ask(wanted)) && wanted === query()) draw();
  }

  function clear(): void {
    field.value = '';
    people.replaceChildren();
    draw();
  }

  const later = debounce(ASK_AFTER_MS, () => void ask());
  const soon = debounce(SOON_MS, () => {
    draw();
    if (!people.hidden) tellCount(people);
  });
  field.addEventListener('input', () => {
    soon();
    later();
  });
  listenToForm(form, {
    work,
    clear,
    isName: () => query() !== '' && found.of(query()).length > 0,
    search() {
      draw();
      people.querySelector<HTMLElement>('[data-act]')?.focus();
      if (!work.isSupervisor()) tell(say('door-app.code.only'));
    },
  });
  listenToPeople(people, found.guest, { work, clear });
  return { focus: () => field.focus(), clear, draw };
}

/** What is searched for: neither what was read from a pass nor too little. Words may be as long as a code. */
function queryIn({ value }: HTMLInputElement): string {
  const typed = value.trim();
  return typed.length < FEWEST_LETTERS || isRead(typed) ? '' : typed;
}

/** Nobody types a signed pass, or the address in front of a code. */
function isRead(text: string): boolean {
  return text.includes(':') && looksLikePass(text);
}

/** What the field is called, to eyes and ears. */
function name(field: HTMLInputElement, key: TextKey): void {
  field.dataset['label'] = key;
  field.dataset['hint'] = key;
  field.placeholder = say(key);
  field.setAttribute('aria-label', say(key));
}

function show(
  people: HTMLElement,
  guests: readonly DoorGuest[],
  { work, wanted }: { work: Work; wanted: string },
): void {
  const rows = guests.map((guest) => personRow(guest, work, wanted));
  const { scrollTop } = people;
  people.replaceChildren(...(rows.length > 0 ? rows : [nobody()]));
  people.scrollTop = scrollTop;
}

function tellCount(people: HTMLElement): void {
  const count = people.querySelectorAll('[data-guest]').length;
  announce(count > 0 ? say('door-app.search.count', { count }) : say('door-app.search.none'));
}

function nobody(): HTMLElement {
  const sentence = document.createElement('p');
  sentence.className = 'door-none';
  sentence.textContent = say('door-app.search.none');
  return sentence;
}

interface FormNeeds {
  work: Work;
  clear: () => void;
  /** Somebody is found by what was typed, and it is no code. */
  isName: () => boolean;
  /** By a name, or whatever else is no code. */
  search: () => void;
}

function listenToForm(form: HTMLFormElement, { work, clear, isName, search }: FormNeeds): void {
  const field = part(form, 'input', HTMLInputElement);
  const fresh = onceAWhile();
  form.addEventListener('submit', (sent) => {
    sent.preventDefault();
    const text = field.value.trim();
    if (!looksLikePass(text) || isName()) return search();
    clear();
    const method = isRead(text) ? 'scan' : 'typed';
    // The same code means something else on the way out, and on another list.
    const asked = [work.direction(), work.desk.current().id, text.toUpperCase()].join(' ');
    if (fresh(asked)) void work.attempt({ text, method });
  });
  form.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') clear();
  });
  part(form, '[data-clear]').addEventListener('click', () => {
    clear();
    field.focus();
  });
}

function listenToPeople(
  people: HTMLElement,
  guestOf: (id: string) => DoorGuest | undefined,
  { work, clear }: Pick<FormNeeds, 'work' | 'clear'>,
): void {
  const chosen = (button: HTMLElement): DoorGuest | undefined =>
    guestOf(button.closest<HTMLElement>('[data-guest]')?.dataset['guest'] ?? '');
  delegate(people, 'click', '[data-act]', (button) => {
    const guest = chosen(button);
    clear();
    const { companion } = button.dataset;
    if (guest && companion) void work.attemptCompanion(guest, Number(companion));
    else if (guest) void work.attempt({ guest: guest.id, method: 'search' });
  });
  delegate(people, 'click', '[data-more]', (button) => {
    const guest = chosen(button);
    if (guest) work.open(guest);
  });
}
