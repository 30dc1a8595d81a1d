import { inLocale } from '../../../contract/localised.ts';
import type { StoredList } from '../../../models/door-plan.ts';
import { type FieldProblem, Invalid, NotFound, Refused } from '../../platform/errors.ts';
import { newId } from '../../platform/new-id.ts';
import { instantIn } from '../../platform/zoned-time.ts';
import type { Access } from '../access/access.ts';
import { changePlan } from './change-plan.ts';
import { eventList } from './door-plan.ts';
import type { ListInput } from './input.ts';
import type { StoredPlan } from './load-plan.ts';
import { requiresCircle } from './requires-circle.ts';
import { usedLists } from './used-lists.ts';

/** Adds a check-in list, or changes one. How often it lets in stays as it is once somebody has passed. */
export async function saveList(access: Access, id: string | null, input: ListInput): Promise<void> {
  const { event } = access;
  await changePlan(access, input.rev, async (plan) => {
    const stored = id === null ? null : listIn(plan, id);
    const list = listFrom(access, stored?.id ?? newId(), input);
    refuseOddities(access, plan, list);
    if (stored && changesRule(stored, list) && (await usedLists(event)).has(list.id))
      throw new Refused('door-plan.rule-in-use');
    const action = stored ? 'audit.door-plan.list-changed' : 'audit.door-plan.list-added';
    const lists = stored
      ? plan.lists.map((each) => (each.id === list.id ? list : each))
      : [...plan.lists, list];
    return {
      entry: { action, params: { name: inLocale(list.name, event.defaultLocale) } },
      parts: { lists },
    };
  });
}

export function listIn({ lists }: Pick<StoredPlan, 'lists'>, id: string): StoredList {
  const list = lists.find((each) => each.id === id);
  if (!list) throw new NotFound('door-plan.no-such-list');
  return list;
}

function listFrom({ event }: Access, id: string, input: ListInput): StoredList {
  const { rev: _rev, opensAt, closesAt, times, ...facts } = input;
  const moment = (local: string): Date | null => (local === '' ? null : instantIn(event.timeZone, local));
  const known = new Set(event.categories.map((category) => category.id));
  return {
    ...facts,
    id,
    times: facts.rule === 'times' ? times : 1,
    opensAt: moment(opensAt),
    closesAt: moment(closesAt),
    categories: facts.categories.filter((category) => known.has(category)),
  };
}

function refuseOddities({ event }: Access, { lists }: StoredPlan, list: StoredList): void {
  const problem = (path: string, key: FieldProblem['key']): FieldProblem => ({ path, key, params: {} });
  const problems: FieldProblem[] = [];
  if (list.opensAt && list.closesAt && list.opensAt >= list.closesAt)
    problems.push(problem('closesAt', 'door-plan.closes-before'));
  const others = lists.filter(({ id }) => id !== list.id);
  const known = ['', eventList(event), ...others.map(({ id }) => id)];
  if (list.requires !== list.id && !known.includes(list.requires))
    problems.push(problem('requires', 'errors.choice'));
  if (requiresCircle(others, list)) problems.push(problem('requires', 'door-plan.requires-circle'));
  if (problems.length > 0) throw new Invalid(problems);
}

function changesRule(before: StoredList, after: StoredList): boolean {
  return (['rule', 'times', 'dayStartsAt'] as const).some((field) => before[field] !== after[field]);
}
