import { z } from 'zod';
import { type Conference, Events } from '../../../models/event.ts';
import type { Effect } from '../../../models/fields/effects.ts';
import { type Guest, Guests } from '../../../models/guest.ts';
import { AppError } from '../../platform/errors.ts';
import { systemAccess } from '../access/access.ts';
import { writeApproval } from './approve-substitute.ts';

const Proposal = z.object({
  event: z.string(),
  guest: z.string(),
  key: z.string(),
  from: z.object({ name: z.string(), address: z.string() }),
});

/** Carries out `substitute-proposed` effects, written where substitutes need no approval. */
export async function carryProposed(effects: readonly Effect[]): Promise<void> {
  for (const { data } of effects) await approveOne(Proposal.parse(data));
}

/** What cannot be approved by itself waits for an organiser, like any other proposal. */
async function approveOne({
  event: id,
  guest: guestId,
  key,
  from,
}: z.output<typeof Proposal>): Promise<void> {
  const [event, guest] = await Promise.all([
    Events.findById(id).lean<Conference>(),
    Guests.findById(guestId).lean<Guest>(),
  ]);
  if (!event || guest?.answer?.key !== key || guest.replacedBy) return;
  try {
    await writeApproval(systemAccess(event), guest, from);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
  }
}
