import type { StoredList } from '../../../models/door-plan.ts';
import { Refused } from '../../platform/errors.ts';
import type { Access } from '../access/access.ts';
import { changePlan } from './change-plan.ts';

/** Adds lists that were suggested, as far as they are not there yet. */
export async function addLists(access: Access, rev: number, suggested: readonly StoredList[]): Promise<void> {
  await changePlan(access, rev, ({ lists }) => {
    const known = new Set(lists.map(({ id }) => id));
    const added = suggested.filter(({ id }) => !known.has(id));
    if (added.length === 0) throw new Refused('door-plan.nothing-to-add');
    return {
      entry: { action: 'audit.door-plan.lists-added', params: { count: added.length } },
      parts: { lists: [...lists, ...added] },
    };
  });
}
