import type { AgendaItem } from '../../../models/agenda.ts';
import { NotFound } from '../../platform/errors.ts';
import type { Access } from '../access/access.ts';
import { titleOf } from './add-item.ts';
import { changeAgenda } from './change-agenda.ts';
import type { MoveInput } from './input.ts';
import { loadAgenda } from './load-agenda.ts';

/** Moves an item in front of another one, or to the end; with a session, also into that part of the event. */
export async function moveItem(access: Access, id: string, input: MoveInput): Promise<void> {
  const { items } = await loadAgenda(access.event);
  const item = items.find((each) => each.id === id);
  if (!item) throw new NotFound('agenda.unknown-item');
  await changeAgenda(access, {
    rev: input.rev,
    action: 'audit.agenda.moved',
    item: titleOf(item),
    apply: (current) => moved(current, item, input),
  });
}

function moved(items: readonly AgendaItem[], item: AgendaItem, input: MoveInput): AgendaItem[] {
  if (input.before === item.id) return [...items];
  const others = items.filter((each) => each.id !== item.id);
  const found = others.findIndex((each) => each.id === input.before);
  const place = found === -1 ? others.length : found;
  return others.toSpliced(place, 0, { ...item, session: input.session ?? item.session });
}
