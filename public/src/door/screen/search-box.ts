import { looksLikePass } from '../../../../contract/pass/pass-code.ts';
import type { DoorGuest } from '../../../../contract/door/sync.ts';
import { announce, datum, delegate, part } from '../../lib/dom.ts';
import { Problem, Unreachable } from '../../lib/problem.ts';
import { debounce } from '../../lib/timing.ts';
import { onceAWhile } from '../../modules/door-once.ts';
import { personRow } from './person-row.ts';
import type { Work } from './work.ts';
import { say } from './words.ts';

const FEWEST_LETTERS = 2;
const SOON_MS = 120;
const ASK_AFTER_MS = 300;
const ASK_PATIENCE_MS = 4_000;

export interface SearchBox {
  focus: () => void;
  isOpen: () => boolean;
  draw: () => void;
}

/** One field for names, typed codes and hand scanners. Names are found here, without the network. */
export function searchBox(root: HTMLElement, work: Work): SearchBox {
  const form = part(root, '[data-search-form]', HTMLFormElement);
  const field = part(form, 'input', HTMLInputElement);
  const people = part(root, '[data-people]');
  const clearing = part(form, '[data-clear]');
  const fresh = onceAWhile();
  let found = new Map<string, DoorGuest>();
  let asked = '';

  function query(): string {
    const typed = field.value.trim();
    return typed.length < FEWEST_LETTERS || looksLikePass(typed) ? '' : typed;
  }

  function draw(): void {
    const wanted = query();
    clearing.hidden = field.value === '';
    people.hidden = wanted === '';
    if (wanted === '') return people.replaceChildren();
    const known = new Map(work.desk.list.find(wanted).map((guest) => [guest.id, guest]));
    const others = asked === wanted ? found : new Map<string, DoorGuest>();
    const all = [...new Map([...others, ...known]).values()];
    const rows = all.map((guest) => personRow(work.desk.list.guest(guest.id) ?? guest, work));
    if (people.contains(document.activeElement)) return;
    people.replaceChildren(...(rows.length > 0 ? rows : [nobody()]));
    announce(
      rows.length > 0 ? say('door-app.search.count', { count: rows.length }) : say('door-app.search.none'),
    );
  }

  /** What is not kept here, a telephone number for one, only the server can search for. */
  async function ask(): Promise<void> {
    const wanted = query();
    if (wanted === '' || !work.desk.uplink.isUp()) return;
    try {
      const { guests } = await work.desk.ask<{ guests: DoorGuest[] }>(
        '/door/search',
        { q: wanted },
        ASK_PATIENCE_MS,
      );
      found = new Map(guests.map((guest) => [guest.id, guest]));
      asked = wanted;
      if (wanted === query() && guests.some(({ id }) => !people.querySelector(`[data-guest="${id}"]`)))
        draw();
    } catch (error) {
      // What is known here is shown already.
      if (!(error instanceof Unreachable || error instanceof Problem)) throw error;
    }
  }

  function clear(): void {
    field.value = '';
    draw();
  }

  function submit(): void {
    const typed = field.value.trim();
    if (!looksLikePass(typed)) {
      draw();
      people.querySelector<HTMLElement>('[data-act]')?.focus();
      return;
    }
    clear();
    if (fresh(typed.toUpperCase()))
      void work.attempt({ text: typed, method: isScan(typed) ? 'scan' : 'typed' });
  }

  function guestOf(inside: HTMLElement): DoorGuest | undefined {
    const id = datum(
      part(people, `[data-guest="${inside.closest<HTMLElement>('[data-guest]')?.dataset['guest'] ?? ''}"]`),
      'guest',
    );
    return work.desk.list.guest(id) ?? found.get(id);
  }

  function chosen(guest: DoorGuest | undefined): void {
    clear();
    if (guest) void work.attempt({ guest: guest.id, method: 'search' });
  }

  const soon = debounce(SOON_MS, draw);
  const later = debounce(ASK_AFTER_MS, () => void ask());
  field.addEventListener('input', () => {
    soon();
    later();
  });
  clearing.addEventListener('click', () => {
    clear();
    field.focus();
  });
  form.addEventListener('submit', (sent) => {
    sent.preventDefault();
    submit();
  });
  delegate(people, 'click', '[data-act]', (button) => chosen(guestOf(button)));
  delegate(people, 'click', '[data-more]', (button) => {
    const guest = guestOf(button);
    if (guest) work.open(guest);
  });
  form.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') clear();
  });

  return { focus: () => field.focus(), isOpen: () => field.value !== '', draw };
}

/** Nobody types a signed pass, or the address in front of a code. */
function isScan(text: string): boolean {
  return text.includes(':');
}

function nobody(): HTMLElement {
  const sentence = document.createElement('p');
  sentence.className = 'door-none';
  sentence.textContent = say('door-app.search.none');
  return sentence;
}
