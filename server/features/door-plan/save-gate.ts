import type { Gate } from '../../../contract/door/plan.ts';
import { NotFound } from '../../platform/errors.ts';
import { newId } from '../../platform/new-id.ts';
import type { Access } from '../access/access.ts';
import { changePlan } from './change-plan.ts';
import type { GateInput } from './input.ts';

/** Adds a gate, or changes one. */
export async function saveGate(access: Access, id: string | null, input: GateInput): Promise<void> {
  const known = new Set(access.event.categories.map((category) => category.id));
  const categories = input.categories.filter((category) => known.has(category));
  await changePlan(access, input.rev, ({ gates }) => {
    const gate = { id: id === null ? newId() : gateIn(gates, id).id, name: input.name, categories };
    const action = id === null ? 'audit.door-plan.gate-added' : 'audit.door-plan.gate-changed';
    const all = id === null ? [...gates, gate] : gates.map((each) => (each.id === id ? gate : each));
    return { entry: { action, params: { name: gate.name } }, parts: { gates: all } };
  });
}

export function gateIn(gates: readonly Gate[], id: string): Gate {
  const gate = gates.find((each) => each.id === id);
  if (!gate) throw new NotFound('door-plan.no-such-gate');
  return gate;
}
