import { NotFound } from '../../platform/errors.ts';
import type { Access } from '../access/access.ts';
import { itemOf, titleOf } from './add-item.ts';
import { changeAgenda } from './change-agenda.ts';
import type { AgendaItemInput } from './input.ts';

export async function editItem(access: Access, id: string, input: AgendaItemInput): Promise<void> {
  const edited = { id, ...(await itemOf(access, input)) };
  await changeAgenda(access, {
    rev: input.rev,
    action: 'audit.agenda.edited',
    item: titleOf(edited),
    apply: (items) => {
      if (!items.some((item) => item.id === id)) throw new NotFound('agenda.unknown-item');
      return items.map((item) => (item.id === id ? edited : item));
    },
  });
}
