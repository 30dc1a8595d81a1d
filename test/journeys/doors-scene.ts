import type { Access } from '../../server/features/access/access.ts';
import { addLists } from '../../server/features/door-plan/add-lists.ts';
import { ProfileInput } from '../../server/features/door-plan/input.ts';
import { loadPlan } from '../../server/features/door-plan/load-plan.ts';
import { suggestedLists } from '../../server/features/door-plan/present-suggestions.ts';
import { saveGate } from '../../server/features/door-plan/save-gate.ts';
import { saveProfile } from '../../server/features/door-plan/save-profile.ts';

/** A dinner beside the event, a gate, and how its devices work; the ids of gate and profile. */
export async function planDoors(access: Access): Promise<{ gate: string; profile: string }> {
  const { event } = access;
  await addLists(access, 0, suggestedLists(event, 'meal'));
  const categories = event.categories.slice(0, 2).map(({ id }) => id);
  await saveGate(access, null, { rev: 1, name: 'Cửa khách quý', categories });
  const [gate] = (await loadPlan(event)).gates;
  const profile = ProfileInput.parse({
    rev: '2',
    name: 'Cửa khách quý',
    gate: gate?.id,
    lists: [String(event._id), 'meal'],
    direction: 'entry',
    pace: 'careful',
    rank: 'supervisor',
    badge: 'station',
    sounds: 'true',
    pin: '2468',
  });
  await saveProfile(access, null, profile);
  const [saved] = (await loadPlan(event)).profiles;
  return { gate: gate?.id ?? '', profile: saved?.id ?? '' };
}
