import { announce, datum, part } from '../lib/dom.ts';
import { fill, morphed } from '../lib/fragment.ts';
import { Problem, sendJson } from '../lib/http.ts';
import * as live from '../lib/live.ts';
import { dragging } from './seating-drag.ts';
import { nextSeat } from './seating-keys.ts';
import { zooming } from './seating-zoom.ts';

interface Held {
  who: string;
  name: string;
  /** The element of whoever was picked up. */
  from: Element;
}

interface Desk {
  root: HTMLElement;
  side: HTMLElement;
  /** Says what is going on to those who see. */
  status: HTMLElement;
  texts: Readonly<Record<string, string>>;
  held: Held | null;
}

const STATUS_MS = 6000;

/**
 * Seats people: drag them, or pick up and put down with the space bar, or with two clicks. Escape puts everybody back.
 * Whatever is done here can also be done with the forms beside the drawing, which is all there is without script.
 */
export function seatingPlan(root: HTMLElement): void {
  const desk: Desk = {
    root,
    side: part(root, '[data-side]'),
    status: part(root, '[data-status]'),
    texts: readTexts(datum(root, 'texts')),
    held: null,
  };
  const led = zooming(root);
  root.addEventListener('click', (click) => (led(click) ? click.preventDefault() : onClick(desk, click)));
  root.addEventListener('keydown', (key) => onKey(desk, key));
  root.addEventListener('submit', (submitted) => onSubmit(desk, submitted));
  root.addEventListener(morphed, () => showHandles(root));
  dragging(root, {
    pickUp: (from) => hold(desk, heldFrom(from)),
    drop: (target, waiting) => {
      const { held } = desk;
      if (held && (target ?? waiting)) void put(desk, held, target);
      else hold(desk, null);
    },
  });
  showHandles(root);
}

function onClick(desk: Desk, click: MouseEvent): void {
  if (!(click.target instanceof Element)) return;
  const seat = click.target.closest('a[data-seat]');
  const holder = click.target.closest('[data-hold]')?.closest('[data-who]');
  const link = seat ?? click.target.closest('a[data-choose], a[data-clear]');
  if (click.target.closest('[data-let-go]')) return letGo(desk);
  if (holder) return desk.held?.who === heldFrom(holder).who ? letGo(desk) : pickUp(desk, holder);
  if (!link) return;
  click.preventDefault();
  if (desk.held && seat) return void put(desk, desk.held, seat);
  if (link.hasAttribute('data-clear')) showHall(desk);
  void choose(desk, link.getAttribute('href') ?? '');
}

/** From the list or from beside the drawing: on a phone the drawing is somewhere else by then. */
function pickUp(desk: Desk, holder: Element): void {
  const held = heldFrom(holder);
  const seat = desk.root.querySelector(`a[data-seat][data-who="${CSS.escape(held.who)}"]`);
  hold(desk, seat ? { ...held, from: seat } : held);
  showHall(desk);
}

function letGo(desk: Desk): void {
  if (desk.held) say(desk, 'cancelled', { name: desk.held.name });
  hold(desk, null);
}

function showHall({ root }: Desk): void {
  part(root, '[data-scroll]').scrollIntoView({ block: 'nearest' });
}

function onKey(desk: Desk, key: KeyboardEvent): void {
  if (!(key.target instanceof Element)) return;
  if (key.key === 'Escape' && desk.held) return letGo(desk);
  const seat = key.target.closest('a[data-seat]');
  if (seat && onSeat(desk, seat, key.key)) key.preventDefault();
}

/** Whether the key meant something on this seat. */
function onSeat(desk: Desk, seat: Element, key: string): boolean {
  const next = nextSeat(desk.root, seat, key);
  next?.focus();
  if (next) return true;
  const isTaken = seat.hasAttribute('data-who');
  if (key === 'Delete' && isTaken) void put(desk, heldFrom(seat), null);
  else if (key !== ' ') return false;
  else if (desk.held) void put(desk, desk.held, seat);
  else if (isTaken) hold(desk, heldFrom(seat));
  return true;
}

function onSubmit(desk: Desk, submitted: SubmitEvent): void {
  const form = submitted.target;
  if (!(form instanceof HTMLFormElement) || !form.hasAttribute('data-quiet')) return;
  submitted.preventDefault();
  const fields = [...new FormData(form)].map(([name, value]) => [
    name,
    typeof value === 'string' ? value : '',
  ]);
  void send(desk, form.action, Object.fromEntries(fields) as Record<string, string>);
}

function hold(desk: Desk, next: Held | null): void {
  desk.held?.from.classList.remove('is-held');
  desk.held = next;
  next?.from.classList.add('is-held');
  desk.root.classList.toggle('is-holding', next !== null);
  if (next) say(desk, 'held', { name: next.name });
}

async function put(desk: Desk, person: Held, target: Element | null): Promise<void> {
  hold(desk, null);
  const { who, name, from } = person;
  const [to, saw, other, label] = ['data-seat', 'data-who', 'data-name', 'data-label'].map(
    (attribute) => target?.getAttribute(attribute) ?? '',
  );
  const seat = label?.split(/[:,]/)[0] ?? '';
  const params = { name, seat, other: other ?? '' };
  if (saw === who) return;
  if (target?.getAttribute('data-state') === 'blocked') return say(desk, 'blocked', params);
  // Nobody is made to get up by a slip of the hand; the form beside the drawing asks for it in words.
  if (saw !== '' && !from.hasAttribute('data-seat')) return say(desk, 'taken', params);
  if (!(await send(desk, datum(desk.root, 'move'), { who, to: to ?? '', saw: saw ?? '' }))) return;
  say(desk, to === '' ? 'unseated' : saw === '' ? 'seated' : 'swapped', params);
}

async function send({ root }: Desk, address: string, body: Record<string, string>): Promise<boolean> {
  root.setAttribute('aria-busy', 'true');
  try {
    await sendJson(address, { method: 'POST', body });
    return true;
  } catch (error) {
    announce(error instanceof Error ? error.message : String(error));
    showProblem(error);
    return false;
  } finally {
    root.removeAttribute('aria-busy');
    live.refreshAll();
  }
}

/** Shows a seat or a person beside the drawing, at an address that can be come back to. */
async function choose({ side }: Desk, search: string): Promise<void> {
  const url = new URL(search, location.href);
  history.replaceState(null, '', url);
  url.searchParams.set('part', 'side');
  side.dataset['source'] = url.pathname + url.search;
  await fill(side, url.href);
  side.querySelector<HTMLElement>('#seating-chosen')?.focus();
}

function say(desk: Desk, what: string, params: Record<string, string>): void {
  const { status, texts } = desk;
  const said = (key: string): string =>
    (texts[key] ?? '').replaceAll(/\{(\w+)\}/g, (_, name: string) => params[name] ?? '');
  announce(said(what));
  const text = said(what === 'held' ? 'holding' : what);
  part(status, '[data-status-text]').textContent = text;
  status.hidden = false;
  setTimeout(() => {
    const isOver = !desk.held && part(status, '[data-status-text]').textContent === text;
    if (isOver) status.hidden = true;
  }, STATUS_MS);
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

function readTexts(text: string): Desk['texts'] {
  const read: unknown = JSON.parse(text);
  return typeof read === 'object' && read !== null ? Object.fromEntries(Object.entries(read)) : {};
}
