import type { DoorProfile } from '../../../contract/door/plan.ts';
import type { Access } from '../access/access.ts';
import { doorPlan } from '../door-plan/door-plan.ts';

/** What the plan has the device do that asks; null where it names nothing, and then the device prints nothing. */
export async function profileOfPrinter({ actor, event }: Access): Promise<DoorProfile | null> {
  const { profiles } = await doorPlan(event);
  return profiles.find(({ id }) => actor.kind === 'door' && id === actor.profile) ?? null;
}
