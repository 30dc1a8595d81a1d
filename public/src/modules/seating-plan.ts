import { announce, datum, part } from '../lib/dom.ts';
import { fill, morphed } from '../lib/fragment.ts';
import { fetchHtml, Problem, sendJson } from '../lib/http.ts';
import * as live from '../lib/live.ts';
import { dragging } from './seating-drag.ts';
import { nextSeat } from './seating-keys.ts';

export interface Held {
  who: string;
  name: string;
  /** The element of whoever was picked up. */
  from: Element;
}

type Texts = Readonly<Record<string, string>>;

/**
 * Seats people: drag them, or pick up and put down with the space bar, or with two clicks. Escape puts everybody back.
 * Whatever is done here can also be done with the forms beside the drawing, which is all there is without script.
 */
export function seatingPlan(root: HTMLElement): void {
  const side = part(root, '[data-side]');
  const texts = readTexts(datum(root, 'texts'));
  let held: Held | null = null;

  function hold(next: Held | null): void {
    held?.from.classList.remove('is-held');
    held = next;
    held?.from.classList.add('is-held');
    root.classList.toggle('is-holding', held !== null);
    if (held) say('held', { name: held.name });
  }

  function say(what: string, params: Record<string, string>): void {
    announce(filled(texts[what] ?? '', params));
  }

  async function put(person: Held, target: Element | null): Promise<void> {
    hold(null);
    const to = target?.getAttribute('data-seat') ?? '';
    const saw = target?.getAttribute('data-who') ?? '';
    if (saw === person.who) return;
    const seat = target?.getAttribute('data-label')?.split(/[:,]/)[0] ?? '';
    const other = target?.getAttribute('data-name') ?? '';
    const sits = person.from.hasAttribute('data-seat');
    if (target?.getAttribute('data-state') === 'blocked') return say('blocked', { seat });
    // Nobody is made to get up by a slip of the hand; the form beside the drawing asks for it in words.
    if (saw !== '' && !sits) return say('taken', { seat, other, name: person.name });
    await send({ who: person.who, to, saw }, () => {
      const what = to === '' ? 'unseated' : saw === '' ? 'seated' : 'swapped';
      say(what, { name: person.name, seat, other });
    });
  }

  async function send(
    body: Record<string, string>,
    done: () => void,
    address = datum(root, 'move'),
  ): Promise<void> {
    root.setAttribute('aria-busy', 'true');
    try {
      await sendJson(address, { method: 'POST', body });
      done();
    } catch (error) {
      announce(error instanceof Error ? error.message : String(error));
      showProblem(error);
    } finally {
      root.removeAttribute('aria-busy');
      live.refreshAll();
    }
  }

  async function choose(search: string): Promise<void> {
    const url = new URL(search, location.href);
    history.replaceState(null, '', url);
    url.searchParams.set('part', 'side');
    side.dataset['source'] = url.pathname + url.search;
    const { html } = await fetchHtml(url.href);
    if (html !== '') await fill(side, url.href);
    side.querySelector<HTMLElement>('#seating-chosen')?.focus();
  }

  root.addEventListener('click', (click) => {
    if (!(click.target instanceof Element)) return;
    const seat = click.target.closest('a[data-seat]');
    const holder = click.target.closest('[data-hold]')?.closest('[data-who]');
    const link = click.target.closest('a[data-choose], a[data-clear]');
    if (held && seat) {
      click.preventDefault();
      void put(held, seat);
    } else if (holder) {
      hold(held?.from === holder ? null : heldFrom(holder));
    } else if (seat ?? link) {
      click.preventDefault();
      void choose((seat ?? link)?.getAttribute('href') ?? '');
    }
  });

  root.addEventListener('keydown', (key) => {
    if (!(key.target instanceof Element)) return;
    const seat = key.target.closest('a[data-seat]');
    if (key.key === 'Escape' && held) {
      say('cancelled', { name: held.name });
      hold(null);
    } else if (seat) {
      onSeat(seat, key);
    }
  });

  function onSeat(seat: Element, key: KeyboardEvent): void {
    const next = nextSeat(root, seat, key.key);
    if (next) next.focus();
    else if (key.key === ' ') {
      if (held) void put(held, seat);
      else if (seat.hasAttribute('data-who')) hold(heldFrom(seat));
    } else if (key.key === 'Delete' && seat.hasAttribute('data-who')) void put(heldFrom(seat), null);
    else return;
    key.preventDefault();
  }

  root.addEventListener('submit', (submitted) => {
    const form = submitted.target;
    if (!(form instanceof HTMLFormElement) || !form.hasAttribute('data-quiet')) return;
    submitted.preventDefault();
    const fields = [...new FormData(form)].map(([name, value]) => [
      name,
      typeof value === 'string' ? value : '',
    ]);
    void send(Object.fromEntries(fields) as Record<string, string>, () => undefined, form.action);
  });

  dragging(root, {
    pickUp: (from) => hold(heldFrom(from)),
    drop: (target, waiting) => {
      if (held && (target ?? waiting)) void put(held, target);
      else hold(null);
    },
  });
  root.addEventListener(morphed, () => showHandles(root));
  showHandles(root);
}

function heldFrom(from: Element): Held {
  return { from, who: from.getAttribute('data-who') ?? '', name: from.getAttribute('data-name') ?? '' };
}

function showHandles(root: HTMLElement): void {
  for (const handle of root.querySelectorAll<HTMLElement>('[data-hold][hidden]')) handle.hidden = false;
}

function showProblem(error: unknown): void {
  if (!(error instanceof Problem)) return;
  const note = document.querySelector<HTMLElement>('[data-problem]');
  if (!note) return;
  note.hidden = false;
  note.textContent = [error.message, ...Object.values(error.fields)].join(' ');
}

function filled(text: string, params: Record<string, string>): string {
  return text.replaceAll(/\{(\w+)\}/g, (_, name: string) => params[name] ?? '');
}

function readTexts(text: string): Texts {
  const read: unknown = JSON.parse(text);
  return typeof read === 'object' && read !== null ? Object.fromEntries(Object.entries(read)) : {};
}
