import { inLocale } from '../../../contract/localised.ts';
import { Refused } from '../../platform/errors.ts';
import type { Access } from '../access/access.ts';
import { changePlan } from './change-plan.ts';
import { listIn } from './save-list.ts';
import { usedLists } from './used-lists.ts';

/** Takes a list out of the plan. One that has been used, or that a profile or another list names, stays. */
export async function removeList(access: Access, id: string, rev: number): Promise<void> {
  const { event } = access;
  await changePlan(access, rev, async (plan) => {
    const list = listIn(plan, id);
    const name = inLocale(list.name, event.defaultLocale);
    if ((await usedLists(event)).has(id)) throw new Refused('door-plan.list-used', { name });
    const profile = plan.profiles.find(({ lists }) => lists.includes(id));
    if (profile) throw new Refused('door-plan.list-in-profile', { name, profile: profile.name });
    const other = plan.lists.find(({ requires }) => requires === id);
    if (other)
      throw new Refused('door-plan.list-required', {
        name,
        other: inLocale(other.name, event.defaultLocale),
      });
    const lists = plan.lists.filter((each) => each !== list);
    return { entry: { action: 'audit.door-plan.list-removed', params: { name } }, parts: { lists } };
  });
}
