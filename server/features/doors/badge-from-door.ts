import type { z } from 'zod';
import { type Guest, Guests } from '../../../models/guest.ts';
import { NotFound } from '../../platform/errors.ts';
import type { Access } from '../access/access.ts';
import { queueBadge } from '../badges/queue-badge.ts';
import type { BadgeInput } from './scan-input.ts';

/** Asks for the badge of somebody who was let in at a device; the same job asked for twice is one badge. */
export async function badgeFromDoor(access: Access, input: z.infer<typeof BadgeInput>): Promise<void> {
  const guest = await Guests.findOne({ _id: input.guest, event: access.event._id }, { _id: 1 }).lean<
    Pick<Guest, '_id'>
  >();
  if (!guest) throw new NotFound();
  await queueBadge(access, { guest, jobId: input.jobId, reason: input.reason });
}
