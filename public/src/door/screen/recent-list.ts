import { part } from '../../lib/dom.ts';
import { fillParts, setIcon } from '../../lib/template.ts';
import { holdToPress } from '../../modules/door-hold.ts';
import type { Outcome } from '../outcome.ts';
import { made } from './made.ts';
import { timeOfDay } from './time-words.ts';
import type { Undoing } from './undo.ts';
import { shownOf } from './verdict-words.ts';
import type { Work } from './work.ts';
import { say } from './words.ts';

const MOST = 20;

export interface RecentList {
  add: (outcome: Outcome) => void;
  draw: () => void;
}

/** The last results, newest first. What was done is taken back by holding its button. */
export function recentList(root: HTMLElement, work: Work, undo: Undoing): RecentList {
  const list = part(root, '[data-recent]');
  const none = part(root, '[data-none]');
  let outcomes: Outcome[] = [];

  function draw(): void {
    const waiting = new Set(work.desk.queue.waiting().map(({ id }) => id));
    const lines = outcomes.map((outcome) => {
      const isTaken = undo.isTaken(outcome);
      const line = lineOf(outcome, { isTaken, waits: waiting.has(outcome.id) }, work);
      if (!undo.isOffered(outcome)) line.querySelector('[data-hold]')?.remove();
      return line;
    });
    // A button that is being held must stay the one it is.
    if (list.querySelector('.is-held')) return;
    const focused = focusedIn(list);
    list.replaceChildren(...lines);
    if (focused) list.querySelector<HTMLElement>(`[data-scan="${focused}"] [data-hold]`)?.focus();
    none.hidden = outcomes.length > 0;
  }

  holdToPress(list, '[data-hold]', (button) => {
    const id = button.closest<HTMLElement>('[data-scan]')?.dataset['scan'];
    const outcome = outcomes.find((each) => each.id === id);
    if (outcome) void undo.take(outcome);
  });

  return {
    add(outcome) {
      outcomes = [outcome, ...outcomes].slice(0, MOST);
      draw();
    },
    draw,
  };
}

function focusedIn(list: HTMLElement): string | undefined {
  const { activeElement } = document;
  if (!activeElement || !list.contains(activeElement)) return undefined;
  return activeElement.closest<HTMLElement>('[data-scan]')?.dataset['scan'];
}

function lineOf(
  outcome: Outcome,
  { isTaken, waits }: { isTaken: boolean; waits: boolean },
  { desk }: Work,
): HTMLElement {
  const line = made('recent');
  const { timeZone } = desk.list.setting().event;
  const { signal, icon, word, name, detail, note } = shownOf(outcome, timeZone);
  line.dataset['scan'] = outcome.id;
  line.dataset['tone'] = isTaken ? 'undone' : signal;
  setIcon(line, isTaken ? 'undo-2' : icon);
  fillParts(line, {
    name,
    word: isTaken ? say('door-app.word.undone') : word,
    clock: timeOfDay(outcome.at, timeZone),
    note: outcome.companion ? detail : isTaken ? '' : note,
    waits: waits ? say('door-app.waits') : '',
    undo: name,
  });
  return line;
}
