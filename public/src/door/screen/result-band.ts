import { part } from '../../lib/dom.ts';
import { fillParts, setIcon } from '../../lib/template.ts';
import { holdToPress } from '../../modules/door-hold.ts';
import type { Outcome } from '../outcome.ts';
import { made } from './made.ts';
import type { Undoing } from './undo.ts';
import { shownOf } from './verdict-words.ts';
import type { Work } from './work.ts';
import { say } from './words.ts';

/** How long an answer stays where a device works fast. */
const FAST_MS = 2_500;
/** Before that, a question is not worth showing. */
const SOON_MS = 250;

export interface ResultBand {
  /** Something was read, and the answer is not here yet. */
  asking: () => void;
  show: (outcome: Outcome) => void;
  clear: () => void;
  isOpen: () => boolean;
  isOf: (outcome: Outcome) => boolean;
  /** In another language. */
  speak: () => void;
  /** Something was done or heard: it may have been sent by now. */
  draw: () => void;
}

interface BandNeeds {
  work: Work;
  undo: Undoing;
}

/** The answer to the last scan, as large as the page allows. It stays until it is touched, or goes by itself. */
export function resultBand(root: HTMLElement, needs: BandNeeds): ResultBand {
  const { work, undo } = needs;
  const band = part(root, '[data-result]');
  let last: Outcome | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function put(verdict: HTMLElement): void {
    clearTimeout(timer);
    band.replaceChildren(verdict);
    // Whoever has scrolled down sees the answer, too.
    if (band.getBoundingClientRect().top < 0) band.scrollIntoView({ block: 'center' });
  }

  function asking(): void {
    last = null;
    clearTimeout(timer);
    timer = setTimeout(() => put(pending()), SOON_MS);
  }

  function show(outcome: Outcome): void {
    last = outcome;
    put(verdictOf(outcome, needs));
    if (goesByItself(outcome, work)) timer = setTimeout(leave, FAST_MS);
  }

  /** Not from under a finger that takes back what it says. */
  function leave(): void {
    if (band.querySelector('.is-held')) timer = setTimeout(leave, FAST_MS);
    else clear();
  }

  function clear(): void {
    last = null;
    clearTimeout(timer);
    band.replaceChildren();
  }

  holdToPress(band, '[data-hold]', () => {
    if (last) void undo.take(last);
  });
  band.addEventListener('click', ({ target }) => {
    const guest = last?.guest;
    if (isIn(target, '[data-hold]')) return;
    if (isIn(target, '[data-solve]') && guest) work.open(guest);
    else clear();
  });

  return {
    asking,
    show,
    clear,
    isOpen: () => band.hasChildNodes(),
    isOf: ({ id }) => last?.id === id,
    speak: () => {
      if (last) band.replaceChildren(verdictOf(last, needs));
    },
    draw: () => drawWaits(band, last, work),
  };
}

function isIn(target: EventTarget | null, selector: string): boolean {
  return target instanceof Element && target.closest(selector) !== null;
}

function verdictOf(outcome: Outcome, { work, undo }: BandNeeds): HTMLElement {
  const verdict = made('verdict');
  const { signal, icon, ...texts } = shownOf(outcome, work.desk.list.setting().event.timeZone);
  verdict.dataset['verdict'] = signal;
  verdict.dataset['scan'] = outcome.id;
  setIcon(verdict, icon);
  fillParts(verdict, { ...texts, waits: waitsOf(outcome, work) });
  part(verdict, '[data-solve]').hidden = outcome.admitted || !outcome.guest || !work.isSupervisor();
  part(verdict, '[data-hold]').hidden = !undo.isOffered(outcome);
  part(verdict, '[data-timer]').hidden = !goesByItself(outcome, work);
  part(verdict, '[data-go-on]').hidden = goesByItself(outcome, work);
  return verdict;
}

/** The region speaks at every change. */
function drawWaits(band: HTMLElement, outcome: Outcome | null, work: Work): void {
  if (!outcome) return;
  const waits = waitsOf(outcome, work);
  if (part(band, '[data-part="waits"]').textContent !== waits) fillParts(band, { waits });
}

/** Until the server has acknowledged it. */
function waitsOf({ id }: Outcome, { desk }: Work): string {
  return desk.queue.waiting().some((deed) => deed.id === id) ? say('door-app.waits') : '';
}

/** What must be read, or written down by hand, waits for a finger even where a device works fast. */
function goesByItself(outcome: Outcome, { desk }: Work): boolean {
  const { pace } = desk.list.setting().profile;
  return pace === 'fast' && !['attention', 'unrecorded'].includes(shownOf(outcome, 'UTC').signal);
}

function pending(): HTMLElement {
  const verdict = made('verdict');
  verdict.dataset['verdict'] = 'pending';
  setIcon(verdict, 'hourglass');
  fillParts(verdict, {
    word: say('door-app.word.pending'),
    name: '',
    detail: '',
    seat: '',
    note: '',
    waits: '',
  });
  for (const each of ['[data-solve]', '[data-hold]', '[data-timer]', '[data-go-on]'])
    part(verdict, each).hidden = true;
  return verdict;
}
