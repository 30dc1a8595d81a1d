import { createHash } from 'node:crypto';
import { seatingLimits } from '../../../contract/seating.ts';
import type { SeatingArea } from '../../../models/seating.ts';
import { Refused } from '../../platform/errors.ts';
import type { Access } from '../access/access.ts';
import { changeSeating, type SeatingChange } from './change-seating.ts';
import type { PlanInput } from './input.ts';
import { layOut, seatsOf } from './lay-out.ts';
import { agreementTo, gettingUp, losingSeats } from './losing-seats.ts';

/**
 * Draws the hall anew. Whoever sits on a seat that stays, stays, even when it is called otherwise now; whoever loses the
 * seat waits for another one, which somebody must have agreed to after seeing who they are.
 */
export async function drawPlan(access: Access, { areas, version, agreed }: PlanInput): Promise<void> {
  const count = seatCount(areas);
  if (count > seatingLimits.seats) throw new Refused('seating.too-many-seats', { most: seatingLimits.seats });
  await changeSeating(access, async (seating) => {
    if (version !== planVersion(seating.areas)) throw new Refused('seating.plan-changed');
    if (planVersion(areas) === version) return null;
    const losers = await losingSeats(access, seating, areas);
    if (losers.length > 0 && agreementTo(losers) !== agreed)
      throw new Refused('seating.would-unseat', { count: losers.length });
    const entry = entryOf(count, losers.length);
    return { moves: gettingUp(seating.seats, areas), areas, step: null, entry };
  });
}

function entryOf(count: number, people: number): SeatingChange['entry'] {
  return people > 0
    ? { action: 'audit.seating.drawn-unseating', params: { count, people } }
    : { action: 'audit.seating.drawn', params: { count } };
}

/** Tells two drawings apart: one is edited on the version that was seen, while others go on seating people. */
export function planVersion(areas: readonly SeatingArea[]): string {
  const facts = areas.map((area) => [
    area.id,
    area.kind,
    [area.name.vi ?? '', area.name.en ?? '', area.name.ru ?? ''],
    area.prefix,
    area.rows,
    area.seats,
    area.aisles,
    area.keptRows,
    area.blocked,
    area.categories,
    area.automatic,
  ]);
  return createHash('sha256').update(JSON.stringify(facts)).digest('base64url').slice(0, 16);
}

export function seatCount(areas: readonly SeatingArea[]): number {
  return seatsOf(layOut(areas)).filter(({ blocked }) => !blocked).length;
}
