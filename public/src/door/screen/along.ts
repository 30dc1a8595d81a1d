import type { DoorGuest } from '../../../../contract/door/sync.ts';
import { announce, delegate, part } from '../../lib/dom.ts';
import { companionsOutside } from '../deeds.ts';
import { fellowsOutside } from '../delegation.ts';
import type { Outcome } from '../outcome.ts';
import { made } from './made.ts';
import { insideSince } from './person-row.ts';
import type { Work } from './work.ts';
import { say } from './words.ts';

const MOST = 12;

export interface Along {
  show: (outcome: Outcome) => void;
  clear: () => void;
  /** After an entry of this guest was taken back. */
  clearOf: (outcome: Outcome) => void;
  draw: () => void;
}

/**
 * After somebody was let in: those who come along with them, and the rest of their delegation, one tap each. They stay
 * until the next is read, however soon the answer goes; and when a guest is read again, those who come along are offered
 * who are still outside.
 */
export function along(root: HTMLElement, work: Work): Along {
  const place = part(root, '[data-along]');
  const band = part(root, '[data-result]');
  let last: Outcome | null = null;
  let guest: DoorGuest | null = null;

  function draw(): void {
    if (!guest || !last || place.querySelector('[aria-busy="true"]')) return;
    const groups = [
      companionsGroup(guest, last.substitute, work),
      last.admitted ? delegationGroup(guest, work) : null,
    ];
    place.replaceChildren(...groups.flatMap((group) => group ?? []));
  }

  function clear(): void {
    [last, guest] = [null, null];
    place.replaceChildren();
  }

  async function letIn(button: HTMLElement): Promise<void> {
    if (!guest) return;
    const group = part(
      place,
      `[data-group="${button.closest<HTMLElement>('[data-group]')?.dataset['group'] ?? ''}"]`,
    );
    const chosen = 'all' in button.dataset ? buttonsOf(group) : [button];
    group.setAttribute('aria-busy', 'true');
    const keys = chosen.map(({ dataset }) => dataset['one'] ?? '');
    const areIn =
      group.dataset['group'] === 'companions'
        ? await work.letInCompanions(guest, keys.map(Number))
        : await letInAll(work, keys);
    group.removeAttribute('aria-busy');
    if (areIn) announce(say('door-app.word.companions'));
    draw();
  }

  delegate(place, 'click', '[data-one], [data-all]', (button) => void letIn(button));

  return {
    show(outcome) {
      const isOffered = work.desk.list.setting().profile.companions && work.direction() === 'entry';
      const isIn = outcome.admitted || outcome.verdict === 'already-here';
      clear();
      if (!isOffered || !isIn) return;
      last = outcome;
      ({ guest } = outcome);
      draw();
      bringBelow(place, band, root);
    },
    clear,
    clearOf({ guest: undone }) {
      if (undone && undone.id === guest?.id) clear();
    },
    draw,
  };
}

/** Scrolls until the first group is in sight, but never the answer out of it. */
function bringBelow(place: HTMLElement, band: HTMLElement, root: HTMLElement): void {
  const group = place.firstElementChild;
  if (!group) return;
  const { top } = band.getBoundingClientRect();
  const head = part(root, '.device-top').getBoundingClientRect().bottom;
  // On a telephone the search stands at the bottom, in front of everything.
  const search = part(root, '.device-search').getBoundingClientRect().top;
  const wanted = group.getBoundingClientRect().bottom - (search > top ? search : innerHeight);
  const most = top - Math.max(0, head);
  if (wanted > 0 && most > 0) scrollBy(0, Math.min(wanted, most));
}

function buttonsOf(group: HTMLElement): HTMLElement[] {
  return [...group.querySelectorAll<HTMLElement>('[data-one]:not([data-apart])')];
}

/** Whether all of them were kept. */
async function letInAll(work: Work, ids: readonly string[]): Promise<boolean> {
  let isKept = true;
  for (const id of ids) {
    const other = work.desk.list.guest(id);
    if (other && (await work.letIn(other)).verdict === 'not-recorded') isKept = false;
  }
  return isKept;
}

function companionsGroup(guest: DoorGuest, substitute: string, { desk }: Work): HTMLElement | null {
  const places = companionsOutside(desk, guest);
  const names = places.map((place) => ({
    key: String(place),
    name: guest.companions[place] ?? '',
    isApart: false,
  }));
  return group('companions', say('door-app.along.companions', { name: substitute || guest.name }), names);
}

function delegationGroup(guest: DoorGuest, work: Work): HTMLElement | null {
  const isInside = (other: DoorGuest) => insideSince(other, work) !== null;
  const fellows = fellowsOutside(guest, work.desk.list.all(), isInside).slice(0, MOST);
  const names = fellows.map(({ guest: { id, name }, apart }) => ({
    key: id,
    name: apart ? `${name} · ${say(`door-app.stand.${apart}`)}` : name,
    isApart: apart !== null,
  }));
  return group('delegation', say('door-app.along.delegation'), names);
}

interface One {
  key: string;
  name: string;
  isApart: boolean;
}

function group(kind: string, title: string, names: readonly One[]): HTMLElement | null {
  if (names.length === 0) return null;
  const element = made('along');
  element.dataset['group'] = kind;
  part(element, '[data-part="title"]').textContent = title;
  const buttons = names.map(({ key, name, isApart }) => {
    const button = made('along-one');
    button.dataset['one'] = key;
    if (isApart) button.dataset['apart'] = '';
    part(button, '[data-part="name"]').textContent = name;
    button.setAttribute('aria-label', say('door-app.admit-named', { name }));
    return button;
  });
  part(element, '[data-ones]').replaceChildren(...buttons);
  const all = part(element, '[data-all]');
  const count = names.filter(({ isApart }) => !isApart).length;
  all.hidden = count < 2;
  all.textContent = say('door-app.along.all', { count });
  return element;
}
