import { Refused } from '../../platform/errors.ts';
import type { Access } from '../access/access.ts';
import { changePlan } from './change-plan.ts';
import { gateIn } from './save-gate.ts';

/** Takes a gate out of the plan, unless a profile names it. */
export async function removeGate(access: Access, id: string, rev: number): Promise<void> {
  await changePlan(access, rev, ({ gates, profiles }) => {
    const gate = gateIn(gates, id);
    const profile = profiles.find((each) => each.gate === id);
    if (profile) throw new Refused('door-plan.gate-in-profile', { name: gate.name, profile: profile.name });
    return {
      entry: { action: 'audit.door-plan.gate-removed', params: { name: gate.name } },
      parts: { gates: gates.filter((each) => each !== gate) },
    };
  });
}
