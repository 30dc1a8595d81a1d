import { Scans } from '../../../models/scan.ts';
import { now } from '../../platform/clock.ts';
import type { Access } from '../access/access.ts';
import { eventList } from '../door-plan/door-plan.ts';
import type { CheckInInput } from './input.ts';
import { guestOf, type Outcome } from './outcome.ts';
import { doorOf } from './passage-of.ts';

/** Appends a refused scan to the journal and hands the outcome on. */
export async function writeDown(access: Access, outcome: Outcome, input: CheckInInput): Promise<Outcome> {
  const { actor } = access;
  await Scans.updateOne(
    { _id: input.scanId },
    {
      $setOnInsert: {
        event: access.event._id,
        list: input.list || eventList(access.event),
        guest: guestOf(outcome)?._id ?? null,
        verdict: outcome.verdict,
        text: 'code' in input ? input.code.slice(0, 80) : '',
        door: doorOf(actor),
        by: actor.name,
        at: now(),
      },
    },
    { upsert: true },
  );
  return outcome;
}
