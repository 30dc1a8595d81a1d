import type { Types } from 'mongoose';
import { z } from 'zod';
import { type Conference, Events } from '../../../models/event.ts';
import type { Effect } from '../../../models/fields/effects.ts';
import { type Guest, Guests } from '../../../models/guest.ts';
import { type Nomination, Nominations, type Nominee } from '../../../models/nomination.ts';
import type { Access } from '../access/access.ts';
import { StoredActor } from '../access/stored-actor.ts';
import { addGuest } from '../guests/add-guest.ts';
import { cancelGuest } from '../guests/cancel-guest.ts';
import { restoreGuest } from '../guests/restore-guest.ts';
import { findListed } from './find-listed.ts';
import { guestOf } from './guest-of.ts';
import { tellNominations } from './tell-nominations.ts';

const Acceptance = z.object({
  event: z.string(),
  nomination: z.string(),
  nominees: z.array(z.string()),
  actor: StoredActor,
});

/** Carries acceptances out: the guests come onto the list under the ids of their nominations, so a repeat adds nobody. */
export async function addAccepted(effects: readonly Effect[]): Promise<void> {
  for (const { data } of effects) await carryOut(Acceptance.parse(data));
}

async function carryOut({ event: id, nomination: list, nominees, actor }: z.infer<typeof Acceptance>) {
  const event = await Events.findById(id).lean<Conference>();
  const nomination = await Nominations.findById(list).lean<Nomination>();
  if (!event || !nomination) return;
  const access: Access = { actor, event, role: 'system' };
  for (const one of nomination.nominees) {
    if (one.state !== 'accepted' || one.guest || !nominees.includes(one.id)) continue;
    await bringIn(access, nomination, one);
  }
  tellNominations(event);
}

async function bringIn(access: Access, nomination: Nomination, nominee: Nominee): Promise<void> {
  const listed = await findListed(access, nominee);
  if (listed?.state === 'cancelled') await restoreGuest(access, String(listed._id));
  const guest = listed ?? (await addGuest(access, guestOf(access.event, nomination, nominee)));
  await noteGuest(nomination._id, nominee.id, guest._id);
  const before = nomination.nominees.find(({ id }) => id === nominee.replaces);
  if (before) await takeOff(access, before, guest);
}

/** Raises the revision, so that nobody who read the list before writes it back without this. */
async function noteGuest(_id: Types.ObjectId, nominee: string, guest: Types.ObjectId): Promise<void> {
  await Nominations.updateOne(
    { _id, 'nominees.id': nominee },
    { $set: { 'nominees.$.guest': guest }, $inc: { rev: 1 } },
  );
}

/** Whoever was replaced is no longer expected, unless they are in the hall or are the same person after all. */
async function takeOff(access: Access, { guest }: Nominee, other: Pick<Guest, '_id'>): Promise<void> {
  if (!guest || other._id.equals(guest)) return;
  const listed = await Guests.findOne(
    { _id: guest, event: access.event._id },
    { state: 1, arrivedAt: 1 },
  ).lean<Pick<Guest, '_id' | 'state' | 'arrivedAt'>>();
  if (listed?.state === 'listed' && !listed.arrivedAt) await cancelGuest(access, String(listed._id));
}
