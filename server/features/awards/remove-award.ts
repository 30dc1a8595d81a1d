import { Awards } from '../../../models/award.ts';
import { Events } from '../../../models/event.ts';
import type { Effect } from '../../../models/fields/effects.ts';
import { now } from '../../platform/clock.ts';
import { settle } from '../../platform/database/effects.ts';
import { effectsLeft } from '../../platform/database/effects-left.ts';
import { tell } from '../../platform/live/tell.ts';
import type { Access } from '../access/access.ts';
import { hallRooms } from '../access/rooms.ts';
import { audit } from '../audit/audit.ts';
import { titleOf } from './award-facts.ts';
import { findAward } from './find-award.ts';

/**
 * Takes an award out of the ceremony. A deleted document can carry no effects, so the event carries them, the
 * deletion among them: after a crash it is made up for. So does it with what the award had still to bring about.
 */
export async function removeAward(access: Access, id: string): Promise<void> {
  const event = access.event._id;
  const award = await findAward(access, id);
  const removal = {
    id: `award-removed:${String(award._id)}`,
    kind: 'award-removed',
    data: { award: String(award._id) },
    at: now(),
  };
  const noted = audit(access.actor, {
    action: 'audit.awards.removed',
    event,
    subject: { kind: 'award', id: String(award._id) },
    params: { award: titleOf(award) },
  });
  const effects = [...(await effectsLeft(Awards, String(award._id))), removal, noted];
  await Events.updateOne({ _id: event }, { $push: { effects: { $each: effects } } });
  await dropAwards([removal]);

  settle(Events, event);
  tell(hallRooms(access.event), 'page:stale', 'awards');
}

/** Carries out what `removeAward` has written. */
export async function dropAwards(effects: readonly Effect[]): Promise<void> {
  await Awards.deleteMany({ _id: { $in: effects.map(({ data }) => String(data['award'])) } });
}
