import { Types } from 'mongoose';
import { type Award, Awards } from '../../../models/award.ts';
import { randomCode } from '../../platform/codes.ts';
import { isDuplicateKey } from '../../platform/database/duplicate-key.ts';
import { settle } from '../../platform/database/effects.ts';
import { tell } from '../../platform/live/tell.ts';
import type { Access } from '../access/access.ts';
import { hallRooms } from '../access/rooms.ts';
import { audit } from '../audit/audit.ts';
import { awardFacts, titleOf } from './award-facts.ts';
import type { AwardInput, NewAwardInput } from './input.ts';

/** Adds an award at the end of the ceremony. The same form sent twice is one award. */
export async function addAward(access: Access, { id, ...input }: NewAwardInput): Promise<Award> {
  const earlier = await sentBefore(access, id);
  if (earlier) return earlier;
  try {
    return await insertAward(access, new Types.ObjectId(id), input);
  } catch (error) {
    // Two clicks at once: the other one has added this very award.
    const same = isDuplicateKey(error) ? await sentBefore(access, id) : null;
    if (same) return same;
    throw error;
  }
}

async function sentBefore(access: Access, id: string | undefined): Promise<Award | null> {
  return id ? Awards.findOne({ _id: id, event: access.event._id }).lean<Award>() : null;
}

async function insertAward(access: Access, _id: Types.ObjectId, input: AwardInput): Promise<Award> {
  const event = access.event._id;
  const facts = await awardFacts(access, input);
  const last = await Awards.findOne({ event }, { order: 1 }).sort({ order: -1 }).lean();
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
