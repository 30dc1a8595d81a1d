import { Types } from 'mongoose';
import { z } from 'zod';
import { passageKinds, passageMethods } from '../../../contract/attendance/facts.ts';
import type { CheckInList } from '../../../contract/attendance/list.ts';
import { type Conference, Events } from '../../../models/event.ts';
import type { Effect } from '../../../models/fields/effects.ts';
import { addPassage } from '../attendance/add-passage.ts';
import { tellCount } from '../attendance/tell-attendance.ts';
import { doorPlan, listOf, wholeEvent } from '../door-plan/door-plan.ts';
import { now } from '../../platform/clock.ts';
import type { Fact } from './plan-decision.ts';

const Order = z.object({
  event: z.string(),
  list: z.string(),
  facts: z.array(
    z.object({
      guest: z.string(),
      passage: z.object({
        id: z.string(),
        kind: z.enum(passageKinds),
        target: z.string().exactOptional(),
        place: z.number().exactOptional(),
        at: z.date(),
        deviceAt: z.date().nullable(),
        door: z.object({ id: z.string(), name: z.string() }),
        seq: z.number(),
        by: z.string(),
        method: z.enum(passageMethods),
        substitute: z.string(),
        override: z.string().exactOptional(),
        offline: z.literal(true).exactOptional(),
        uncertain: z.literal(true).exactOptional(),
      }),
    }),
  ),
});
type Order = z.output<typeof Order>;

/** What follows from a decision: passages, with one guest or with two. */
export function decisionEffect(
  event: { _id: Types.ObjectId },
  { id, list, facts }: { id: string; list: string; facts: readonly Fact[] },
): Effect {
  const data = { event: String(event._id), list, facts };
  return { id: `door-decision:${id}`, kind: 'door-decision', data, at: now() };
}

/** Carries out `door-decision` effects: adds each passage once, however often it is asked to. */
export async function carryDecisions(effects: readonly Effect[]): Promise<void> {
  for (const { data } of effects) await carryOne(Order.parse(data));
}

async function carryOne({ event: id, list: listId, facts }: Order): Promise<void> {
  const event = await Events.findById(id).lean<Conference>();
  if (!event || facts.length === 0) return;
  const list = await listNamed(event, listId);
  for (const { guest, passage } of facts) {
    const spot = { event: event._id, list, guest: new Types.ObjectId(guest) };
    await addPassage(spot, (standing) =>
      standing?.passages.some((each) => each.id === passage.id) ? null : { passage },
    );
  }
  tellCount(event);
}

/** What was counted on a list that is no longer in the plan was counted once for each. */
async function listNamed(event: Conference, id: string): Promise<CheckInList> {
  return listOf(await doorPlan(event), id) ?? { ...wholeEvent(event), id, kind: 'gate' };
}
