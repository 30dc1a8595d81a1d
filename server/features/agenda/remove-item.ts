import { NotFound } from '../../platform/errors.ts';
import type { Access } from '../access/access.ts';
import { titleOf } from './add-item.ts';
import { changeAgenda } from './change-agenda.ts';
import { loadAgenda } from './load-agenda.ts';

export async function removeItem(access: Access, id: string, rev: number): Promise<void> {
  const { items } = await loadAgenda(access.event);
  const item = items.find((each) => each.id === id);
  if (!item) throw new NotFound('agenda.unknown-item');
  await changeAgenda(access, {
    rev,
    action: 'audit.agenda.removed',
    item: titleOf(item),
    apply: (current) => current.filter((each) => each.id !== id),
  });
}
