import { Types } from 'mongoose';
import { type Guest, Guests } from '../../../models/guest.ts';
import { now } from '../../platform/clock.ts';
import { randomCode } from '../../platform/codes.ts';
import { isDuplicateKey } from '../../platform/database/duplicate-key.ts';
import { slugify } from '../../platform/text.ts';
import type { Access } from '../access/access.ts';
import { audit } from '../audit/audit.ts';
import { computedOf } from './computed.ts';
import { guestCode } from './guest-code.ts';
import type { GuestTyped } from './guest-facts.ts';
import { guestName } from './guest-name.ts';

export interface NewGuest {
  facts: GuestTyped;
  contact: Types.ObjectId | null;
  id?: string | undefined;
  /** Of somebody who stands at the door and has never been asked. */
  answer?: Guest['answer'];
}

/** A guest nobody has invited yet, with a pass code of their own and the audit entry of having been added. */
export function newGuest(access: Access, { facts, contact, id, answer = null }: NewGuest): Guest {
  const { event } = access;
  const at = now();
  const _id = new Types.ObjectId(id);
  const listed = { ...facts, state: 'listed' as const, lift: null, invitation: null, answer };
  return {
    ...listed,
    ...computedOf(listed, event),
    _id,
    event: event._id,
    ref: `${slugify(guestName(facts)) || 'guest'}-${randomCode(6).toLowerCase()}`,
    contact,
    code: guestCode(),
    answers: [],
    arrivedAt: null,
    rev: 1,
    createdAt: at,
    updatedAt: at,
    effects: [
      audit(access.actor, {
        action: 'audit.guests.added',
        event: event._id,
        subject: { kind: 'guest', id: String(_id) },
        params: { name: guestName(facts) },
      }),
    ],
  };
}

/** Puts guests on the list. The ids that are there afterwards: of two who bring one contact in, one is left out. */
export async function insertGuests(guests: readonly Guest[]): Promise<Types.ObjectId[]> {
  try {
    await Guests.insertMany(guests, { ordered: false });
    return guests.map(({ _id }) => _id);
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
  }
  // By their codes, too: an id that a form brought along may be somebody else's.
  const given = new Map(guests.map(({ _id, code }) => [String(_id), code]));
  const there = await Guests.find({ _id: { $in: [...given.keys()] } }, { code: 1 }).lean();
  return there.filter(({ _id, code }) => given.get(String(_id)) === code).map(({ _id }) => _id);
}
