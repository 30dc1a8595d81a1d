import type { DoorGuest } from '../../../../contract/door/sync.ts';
import { delegate, part } from '../../lib/dom.ts';
import { fillParts } from '../../lib/template.ts';
import { debounce } from '../../lib/timing.ts';
import { missing } from './counts.ts';
import { made } from './made.ts';
import { openSheet } from './sheet.ts';
import { titleOf } from './verdict-words.ts';
import type { Work } from './work.ts';
import { say, told } from './words.ts';

const MOST = 100;

/** Who is still waited for, to be searched and let in from. Stewards, who let in by codes, are told numbers. */
export function openMissing(work: Work): void {
  if (!work.isSupervisor()) return openNumbers(work);
  const { element, close } = openSheet('missing-sheet');
  const field = part(element, 'input', HTMLInputElement);
  const list = part(element, '[data-list]');
  const more = part(element, '[data-rest]');

  function draw(): void {
    const wanted = field.value.trim();
    const found = new Set(work.desk.list.find(wanted).map(({ id }) => id));
    const all = missing(work.desk).filter(({ id }) => wanted.length < 2 || found.has(id));
    list.replaceChildren(...all.slice(0, MOST).map(lineOf));
    const rest = all.length - MOST;
    more.textContent =
      all.length === 0
        ? say('door-app.missing.none')
        : rest > 0
          ? say('door-app.missing.more', { count: rest })
          : '';
  }

  field.addEventListener('input', debounce(120, draw));
  delegate(list, 'click', '[data-act]', (button) => {
    close();
    void work.attempt({ guest: button.dataset['act'] ?? '', method: 'search' });
  });
  draw();
}

function openNumbers({ desk }: Work): void {
  const { element } = openSheet('missing-numbers');
  const titles = new Map(desk.list.setting().categories.map(({ id, title }) => [id, told(title)]));
  const waited = missing(desk);
  const groups = new Map<string, number>();
  for (const { category } of waited) {
    const title = titles.get(category) ?? say('door-app.count.other');
    groups.set(title, (groups.get(title) ?? 0) + 1);
  }
  const numbers = [...(groups.size > 1 ? groups : [])];
  part(element, '[data-list]').replaceChildren(...numbers.map(([title, count]) => numberOf(title, count)));
  part(element, '[data-rest]').textContent =
    waited.length > 0
      ? say('door-app.missing.total', { count: waited.length })
      : say('door-app.missing.none');
}

function numberOf(title: string, count: number): HTMLElement {
  const line = made('missing-number');
  fillParts(line, { title, count: say('door-app.lists.inside', { count }) });
  return line;
}

function lineOf(guest: DoorGuest): HTMLElement {
  const line = made('missing-one');
  fillParts(line, { name: guest.name, detail: titleOf(guest) });
  part(line, '[data-vip]').toggleAttribute('hidden', !guest.vip);
  const act = part(line, '[data-act]');
  act.dataset['act'] = guest.id;
  act.setAttribute('aria-label', say('door-app.admit-named', { name: guest.name }));
  return line;
}
