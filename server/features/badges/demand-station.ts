import { Forbidden } from '../../platform/errors.ts';
import type { Access } from '../access/access.ts';
import { doorPlan } from '../door-plan/door-plan.ts';

/** Only a device whose profile says that it prints for the others goes on: a page with a badge shows a code. */
export async function demandStation(access: Access): Promise<Access> {
  const { actor, event } = access;
  const { profiles } = await doorPlan(event);
  const profile = profiles.find(({ id }) => actor.kind === 'door' && id === actor.profile);
  if (profile?.badge !== 'serves') throw new Forbidden('badges.no-station');
  return access;
}
