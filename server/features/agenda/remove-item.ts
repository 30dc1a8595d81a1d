import { Refused } from '../../platform/errors.ts';
import type { Access } from '../access/access.ts';
import { changeAgenda } from './change-agenda.ts';
import type { Seen } from './edit-item.ts';
import { itemIn } from './item-in.ts';
import { titleOf } from './item-title.ts';
import { itemVersion } from './item-version.ts';

/** Takes an item off the agenda, unless somebody has changed it since it was seen. */
export async function removeItem(access: Access, seen: Seen): Promise<void> {
  await changeAgenda(access, {
    action: 'audit.agenda.removed',
    item: (items) => titleOf(itemIn(items, seen.id)),
    apply: (items) => {
      const stored = itemIn(items, seen.id);
      if (itemVersion(stored) !== seen.version) throw new Refused('agenda.item-changed');
      return items.filter((item) => item !== stored);
    },
  });
}
