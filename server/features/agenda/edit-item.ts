import { Refused } from '../../platform/errors.ts';
import type { Access } from '../access/access.ts';
import { itemOf } from './add-item.ts';
import { changeAgenda } from './change-agenda.ts';
import type { AgendaItemInput } from './input.ts';
import { titleOf } from './item-title.ts';
import { itemVersion } from './item-version.ts';

/** Which item is edited, and the version the editor saw. */
export interface Seen {
  id: string;
  version: string;
}

export async function editItem(access: Access, seen: Seen, input: AgendaItemInput): Promise<void> {
  const edited = { id: seen.id, ...(await itemOf(access, input)) };
  await changeAgenda(access, {
    action: 'audit.agenda.edited',
    item: () => titleOf(edited),
    apply: (items) => {
      const stored = items.find((item) => item.id === seen.id);
      if (!stored) throw new Refused('agenda.item-gone');
      if (itemVersion(stored) !== seen.version) throw new Refused('agenda.item-changed');
      return items.map((item) => (item === stored ? edited : item));
    },
  });
}
