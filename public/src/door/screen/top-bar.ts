import { delegate, part, parts } from '../../lib/dom.ts';
import { fillParts } from '../../lib/template.ts';
import type { Desk } from '../desk.ts';
import { openLists } from './lists-sheet.ts';
import type { Direction } from './work.ts';
import { say, told } from './words.ts';

export interface TopBar {
  direction: () => Direction;
  draw: () => void;
}

/** Which event, which gate and list, and which way: going out has a frame of another colour. */
export function topBar(root: HTMLElement, desk: Desk, changed: () => void): TopBar {
  const place = part(root, '[data-place]', HTMLButtonElement);
  const ways = part(root, '[data-ways]');
  let chosen: Direction = 'entry';

  /** Elsewhere nobody goes out: who came once has come. */
  const hasWayOut = (): boolean => desk.current().rule === 'in-out';

  function direction(): Direction {
    const { direction: given } = desk.list.setting().profile;
    if (given !== 'both') return given;
    return hasWayOut() ? chosen : 'entry';
  }

  function draw(): void {
    const { event, gate, lists, profile, door } = desk.list.setting();
    const { kind, name } = desk.current();
    // The list of the whole event is called like the event, which stands above.
    const isWhole = kind === 'event' && lists.length < 2;
    const here = gate?.name ?? profile.name;
    fillParts(root, {
      door: door.name,
      event: told(event.title),
      gate: here === door.name ? '' : here,
      list: isWhole ? say('door-app.whole-event') : told(name),
    });
    place.disabled = lists.length < 2;
    ways.hidden = profile.direction !== 'both' || !hasWayOut();
    root.dataset['direction'] = direction();
    part(root, '[data-exit-mode]').hidden = direction() !== 'exit';
    for (const way of parts(ways, '[data-way]'))
      way.setAttribute('aria-pressed', String(way.dataset['way'] === direction()));
  }

  place.addEventListener('click', () => openLists(desk));
  delegate(ways, 'click', '[data-way]', ({ dataset }) => {
    chosen = dataset['way'] === 'exit' ? 'exit' : 'entry';
    draw();
    changed();
  });
  return { direction, draw };
}
