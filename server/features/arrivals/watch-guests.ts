import { Types } from 'mongoose';
import { Guests } from '../../../models/guest.ts';
import { Escorts } from '../../../models/escort.ts';
import { Radars } from '../../../models/radar.ts';
import { now } from '../../platform/clock.ts';
import { isDuplicateKey } from '../../platform/database/duplicate-key.ts';
import { settle } from '../../platform/database/effects.ts';
import { NotFound } from '../../platform/errors.ts';
import { type Access, demand } from '../access/access.ts';
import { audit } from '../audit/audit.ts';
import { tellRadar } from './tell-radar.ts';

/** Begins to watch when somebody arrives; whoever is watched already stays as they are. */
export async function watchGuest(access: Access, guest: string): Promise<void> {
  demand(access, 'arrivals.watch');
  const { event } = access;
  const found = await Guests.exists({ _id: guest, event: event._id });
  if (!found) throw new NotFound('arrivals.no-such-guest');
  await watchAll(access, [found._id]);
}

/** The first ones in protocol order among those who come. */
export async function watchFirst(access: Access, count: number): Promise<void> {
  demand(access, 'arrivals.watch');
  const first = await Guests.find(
    {
      event: access.event._id,
      standing: { $in: ['attending', 'substitute', 'tentative', 'no-answer', 'not-invited'] },
      replacedBy: null,
    },
    { _id: 1 },
  )
    .sort({ order: 1, _id: 1 })
    .limit(count)
    .lean<{ _id: Types.ObjectId }[]>();
  await watchAll(
    access,
    first.map(({ _id }) => _id),
  );
}

export async function stopWatching(access: Access, guest: string): Promise<void> {
  demand(access, 'arrivals.watch');
  await Radars.updateOne(
    { event: access.event._id, guest: new Types.ObjectId(guest) },
    { $set: { stoppedAt: now() } },
  );
  tellRadar(access.event);
}

/** Says who accompanies somebody; '' for nobody. */
export async function giveEscort(
  access: Access,
  { guest, escort }: { guest: string; escort: string },
): Promise<void> {
  demand(access, 'arrivals.watch');
  const event = access.event._id;
  const found = escort === '' ? null : await Escorts.exists({ _id: escort, event });
  if (escort !== '' && !found) throw new NotFound('arrivals.no-such-escort');
  await Radars.updateOne(
    { event, guest: new Types.ObjectId(guest) },
    { $set: { escort: found?._id ?? null } },
  );
  tellRadar(access.event);
}

async function watchAll(access: Access, guests: readonly Types.ObjectId[]): Promise<void> {
  const { actor, event } = access;
  for (const guest of guests) {
    const subject = { kind: 'guest', id: String(guest) };
    const effects = [audit(actor, { action: 'audit.arrivals.watched', event: event._id, subject })];
    try {
      const { upsertedId } = await Radars.updateOne(
        { event: event._id, guest },
        { $set: { stoppedAt: null }, $setOnInsert: { escort: null, steps: [], effects } },
        { upsert: true },
      );
      if (upsertedId) settle(Radars, upsertedId);
    } catch (error) {
      // Somebody else began to watch them in the same moment.
      if (!isDuplicateKey(error)) throw error;
    }
  }
  tellRadar(event);
}
