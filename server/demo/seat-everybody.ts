import type { Access } from '../features/access/access.ts';
import { arrangeSeats } from '../features/seating/arrange-seats.ts';
import { drawPlan, planVersion } from '../features/seating/draw-plan.ts';
import { AutomaticInput, PlanInput } from '../features/seating/input.ts';
import { loadSeating } from '../features/seating/load-seating.ts';
import { proposeSeats } from '../features/seating/propose-seats.ts';
import { seatingGuests } from '../features/seating/seating-guests.ts';

/** The hosts in front, the units in rows, the partners at tables. */
const hall = [
  { id: 'hosts', kind: 'stage', rows: 1, seats: 5, categories: ['host'], automatic: 'true' },
  { id: 'rows', kind: 'rows', rows: 3, seats: 10, aisles: '5', categories: ['internal'], automatic: 'true' },
  { id: 'tables', kind: 'tables', rows: 3, seats: 8, categories: ['partner'], automatic: 'true' },
];

/** A hall is drawn, and whoever may come is seated by rank, delegations together; some wait for a seat. */
export async function seatEverybody(access: Access): Promise<void> {
  await drawPlan(access, PlanInput.parse({ areas: hall, version: planVersion([]) }));
  const input = AutomaticInput.parse({
    keep: 'true',
    delegations: 'true',
    companions: 'true',
  });
  const [seating, guests] = [await loadSeating(access.event), await seatingGuests(access)];
  await arrangeSeats(access, { ...input, digest: proposeSeats(seating, guests, input).digest });
}
