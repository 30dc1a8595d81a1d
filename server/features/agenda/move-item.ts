import type { AgendaItem } from '../../../models/agenda.ts';
import { Refused } from '../../platform/errors.ts';
import type { Access } from '../access/access.ts';
import { changeAgenda } from './change-agenda.ts';
import type { MoveInput } from './input.ts';
import { itemIn } from './item-in.ts';
import { titleOf } from './item-title.ts';

/**
 * Moves an item in front of another one, or to the end; with a session, also into that part of the event. It is
 * refused when the item no longer stands where it was seen, whatever else has changed meanwhile.
 */
export async function moveItem(access: Access, id: string, input: MoveInput): Promise<void> {
  await changeAgenda(access, {
    action: 'audit.agenda.moved',
    item: (items) => titleOf(itemIn(items, id)),
    apply: (items) => moved(items, itemIn(items, id), input),
  });
}

function moved(items: readonly AgendaItem[], item: AgendaItem, input: MoveInput): AgendaItem[] {
  if (behind(items, item) !== input.behind) throw new Refused('agenda.moved-meanwhile');
  const session = input.session ?? item.session;
  const others = items.filter((each) => each !== item);
  const next = input.before === item.id ? following(items, item) : input.before;
  if (next === '') return [...others, { ...item, session }];
  const place = others.findIndex((each) => each.id === next);
  if (place === -1) throw new Refused('agenda.moved-meanwhile');
  return others.toSpliced(place, 0, { ...item, session });
}

/** The id of the item before; empty for the first. */
export function behind(items: readonly AgendaItem[], item: Pick<AgendaItem, 'id'>): string {
  return items[items.findIndex(({ id }) => id === item.id) - 1]?.id ?? '';
}

function following(items: readonly AgendaItem[], item: AgendaItem): string {
  return items[items.indexOf(item) + 1]?.id ?? '';
}
