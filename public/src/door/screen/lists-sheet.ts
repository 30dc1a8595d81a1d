import { delegate, part } from '../../lib/dom.ts';
import { fillParts } from '../../lib/template.ts';
import type { Desk } from '../desk.ts';
import { made } from './made.ts';
import { openSheet } from './sheet.ts';
import { say, told } from './words.ts';

/** Chooses the list that is worked on. */
export function openLists(desk: Desk): void {
  const { element, close } = openSheet('lists-sheet');
  const place = part(element, '[data-list]');
  place.replaceChildren(
    ...desk.list.setting().lists.map(({ id, name }) => {
      const choice = made('list-choice');
      choice.dataset['id'] = id;
      choice.setAttribute('aria-pressed', String(id === desk.current().id));
      const count = desk.list.inside(id).guests.size;
      fillParts(choice, { name: told(name), count: say('door-app.lists.inside', { count }) });
      return choice;
    }),
  );
  delegate(place, 'click', '[data-id]', (choice) => {
    desk.choose(choice.dataset['id'] ?? '');
    close();
  });
}
