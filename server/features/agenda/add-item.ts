import { Types } from 'mongoose';
import type { AgendaItem } from '../../../models/agenda.ts';
import type { Access } from '../access/access.ts';
import { changeAgenda } from './change-agenda.ts';
import type { AgendaItemInput } from './input.ts';
import { newItemId } from './new-item-id.ts';
import { titleOf } from './item-title.ts';
import { checkSpeakers } from './speakers.ts';

/** Adds an item at the end of its part. The same form sent twice is one item. */
export async function addItem(
  access: Access,
  input: AgendaItemInput,
  id: string = newItemId(),
): Promise<AgendaItem> {
  const item = { id, ...(await itemOf(access, input)) };
  await changeAgenda(access, {
    action: 'audit.agenda.added',
    item: () => titleOf(item),
    apply: (items) => (items.some((each) => each.id === id) ? null : [...items, item]),
  });
  return item;
}

/** The item an input describes; its speakers must be on the guest list. */
export async function itemOf(access: Access, input: AgendaItemInput): Promise<Omit<AgendaItem, 'id'>> {
  await checkSpeakers(access, input.speakers);
  return { ...input, speakers: input.speakers.map((speaker) => new Types.ObjectId(speaker)) };
}
