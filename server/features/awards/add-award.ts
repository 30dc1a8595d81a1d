import { Types } from 'mongoose';
import { type Award, Awards } from '../../../models/award.ts';
import { randomCode } from '../../platform/codes.ts';
import { settle } from '../../platform/database/effects.ts';
import { tell } from '../../platform/live/tell.ts';
import type { Access } from '../access/access.ts';
import { hallRooms } from '../access/rooms.ts';
import { audit } from '../audit/audit.ts';
import { awardFacts, titleOf } from './award-facts.ts';
import type { AwardInput } from './input.ts';

/** Adds an award at the end of the ceremony. */
export async function addAward(access: Access, input: AwardInput): Promise<Award> {
  const event = access.event._id;
  const facts = await awardFacts(access, input);
  const last = await Awards.findOne({ event }, { order: 1 }).sort({ order: -1 }).lean();
  const _id = new Types.ObjectId();
  const award = await Awards.create({
    ...facts,
    _id,
    event,
    ref: `award-${randomCode(8).toLowerCase()}`,
    order: Math.floor(last?.order ?? 0) + 1,
    effects: [
      audit(access.actor, {
        action: 'audit.awards.added',
        event,
        subject: { kind: 'award', id: String(_id) },
        params: { award: titleOf(facts) },
      }),
    ],
  });

  settle(Awards, _id);
  tell(hallRooms(access.event), 'page:stale', 'awards');
  return award.toObject();
}
