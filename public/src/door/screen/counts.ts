import type { DoorGuest } from '../../../../contract/door/sync.ts';
import { part } from '../../lib/dom.ts';
import { fillParts } from '../../lib/template.ts';
import { isAwaited } from '../awaited.ts';
import type { Desk } from '../desk.ts';
import { made } from './made.ts';
import { say, told } from './words.ts';

interface Count {
  title: string;
  inside: number;
  expected: number;
}

/** How many are in of those who are waited for, in all and in each category. */
export function counts(root: HTMLElement, desk: Desk): { draw: () => void } {
  const place = part(root, '[data-counts]');

  function draw(): void {
    const { total, groups } = counted(desk);
    const { companions } = desk.list.inside(desk.current().id);
    const { inside, expected } = total;
    fillParts(place, {
      inside: String(inside),
      expected: ` / ${expected}`,
      companions: companions > 0 ? say('door-app.count.companions', { count: companions }) : '',
      sentence: say('door-app.count', { inside, expected }),
    });
    fill(part(place, 'progress', HTMLProgressElement), total);
    part(place, '[data-groups]').replaceChildren(...(groups.length > 1 ? groups.map(groupOf) : []));
  }

  return { draw };
}

function groupOf(count: Count): HTMLElement {
  const element = made('count-group');
  fillParts(element, { title: count.title, numbers: `${count.inside} / ${count.expected}` });
  fill(part(element, 'progress', HTMLProgressElement), count);
  return element;
}

function fill(bar: HTMLProgressElement, { title, inside, expected }: Count): void {
  bar.max = Math.max(1, expected);
  bar.value = Math.min(inside, bar.max);
  bar.setAttribute('aria-label', `${title} ${say('door-app.count', { inside, expected })}`.trim());
}

function counted(desk: Desk): { total: Count; groups: Count[] } {
  const list = desk.current();
  const { guests: inside } = desk.list.inside(list.id);
  const titles = new Map(desk.list.setting().categories.map(({ id, title }) => [id, told(title)]));
  const groups = new Map<string, Count>();
  const total: Count = { title: '', inside: inside.size, expected: 0 };
  for (const guest of desk.list.all()) {
    const isIn = inside.has(guest.id);
    const isExpected = isAwaited(guest, list);
    if (!isIn && !isExpected) continue;
    const title = titles.get(guest.category) ?? say('door-app.count.other');
    const group = groups.get(title) ?? { title, inside: 0, expected: 0 };
    groups.set(title, {
      title,
      inside: group.inside + Number(isIn),
      expected: group.expected + Number(isExpected),
    });
    total.expected += Number(isExpected);
  }
  return { total, groups: [...groups.values()] };
}

/** Those who are waited for and not in: named people first, then by name. */
export function missing(desk: Desk): DoorGuest[] {
  const list = desk.current();
  const { guests: inside } = desk.list.inside(list.id);
  const waited: DoorGuest[] = [];
  for (const guest of desk.list.all())
    if (!inside.has(guest.id) && isAwaited(guest, list)) waited.push(guest);
  const order = new Intl.Collator('vi');
  return waited.toSorted((a, b) => Number(b.vip) - Number(a.vip) || order.compare(a.name, b.name));
}
