import { type Guest, Guests } from '../../../models/guest.ts';
import { settle } from '../../platform/database/effects.ts';
import type { Access } from '../access/access.ts';
import { type Change, changeUpdate } from './change-guest.ts';
import { orderAsNow } from './order-anew.ts';
import { tellGuests } from './tell-guests.ts';

/** What came of a change to many: how many were changed, and how many already were as wanted. */
export interface Outcome {
  changed: number;
  already: number;
}

const TRIES = 5;

/**
 * The same change to many guests. `decide` says null for a guest who already is as wanted. Guests whom somebody else
 * changed in the meantime are looked at again; ids of other events are nobody.
 */
export async function changeGuests(
  access: Access,
  ids: readonly string[],
  decide: (guest: Guest) => Change | null,
): Promise<Outcome> {
  const wanted = [...new Set(ids)];
  const known = await guestsOf(access, wanted);
  let changed = 0;
  let waiting = writesFor(access, known, decide);
  for (let attempt = 0; waiting.length > 0 && attempt < TRIES; attempt += 1) {
    const operations = waiting.map((updateOne) => ({ updateOne }));
    const { matchedCount } = await Guests.bulkWrite(operations, { ordered: false });
    changed += matchedCount;
    // What was just written is now as wanted, so only those who slipped away are left.
    const slipped = matchedCount < operations.length;
    waiting = slipped ? writesFor(access, await guestsOf(access, wanted), decide) : [];
  }
  if (changed > 0) {
    const written = known.map(({ _id }) => _id);
    await orderAsNow(access.event, written);
  }
  for (const guest of known) settle(Guests, guest._id);
  if (changed > 0) tellGuests(access.event);
  return { changed, already: known.length - changed };
}

function writesFor(
  access: Access,
  guests: readonly Guest[],
  decide: (guest: Guest) => Change | null,
): ReturnType<typeof changeUpdate>[] {
  return guests.flatMap((guest) => {
    const change = decide(guest);
    return change ? [changeUpdate(access, guest, change)] : [];
  });
}

async function guestsOf(access: Access, ids: readonly string[]): Promise<Guest[]> {
  return Guests.find({ event: access.event._id, _id: { $in: ids } }).lean<Guest[]>();
}
