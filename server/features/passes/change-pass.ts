import type { Effect } from '../../../models/fields/effects.ts';
import type { PassState } from '../../../models/fields/pass-state.ts';
import { type Guest, Guests } from '../../../models/guest.ts';
import { isDuplicateKey } from '../../platform/database/duplicate-key.ts';
import { settle } from '../../platform/database/effects.ts';
import { NotFound, Refused } from '../../platform/errors.ts';
import { tell } from '../../platform/live/tell.ts';
import { type Access, demand } from '../access/access.ts';
import { rooms } from '../access/rooms.ts';
import { audit, type AuditAction } from '../audit/audit.ts';
import { displayName } from '../directory/person-name.ts';

export interface PassChange {
  action: AuditAction;
  pass: PassState;
  code?: string;
  /** What follows from it beside the entry in the history. */
  effects?: readonly Effect[];
}

const TRIES = 5;

/** What has become of passes so far, of a guest who still has their first. */
export const firstPass: PassState = { issuedAt: null, revokedAt: null, former: [] };

/** The one way a pass changes. When somebody else was quicker it is decided again on what is true then. */
export async function changePass(
  access: Access,
  id: string,
  decide: (guest: Guest) => PassChange,
): Promise<Guest> {
  demand(access, 'guests.edit');
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const guest = await find(access, id);
    refuseWithoutSeat(guest);
    const changed = await write(access, guest, decide(guest));
    if (!changed) continue;
    settle(Guests, changed._id);
    tell([rooms.desk(access.event)], 'page:stale', 'guests');
    return changed;
  }
  throw new Refused('errors.conflict-rev');
}

async function find({ event }: Access, id: string): Promise<Guest> {
  const known = /^[0-9a-f]{24}$/.test(id);
  const guest = known && (await Guests.findOne({ _id: id, event: event._id }).lean<Guest>());
  if (!guest) throw new NotFound('guests.unknown');
  return guest;
}

/** Who was taken off the list, or sends somebody, has no pass that could change. */
function refuseWithoutSeat({ name, state, replacedBy }: Guest): void {
  if (state === 'cancelled' || replacedBy)
    throw new Refused('passes.no-seat', { name: displayName(name, 'vi') });
}

/** Null when the guest has changed meanwhile, or chance made a code that somebody has. */
async function write(access: Access, guest: Guest, change: PassChange): Promise<Guest | null> {
  const { action, pass, code = guest.code, effects = [] } = change;
  const entry = audit(access.actor, {
    action,
    event: guest.event,
    subject: { kind: 'guest', id: String(guest._id) },
    params: { name: displayName(guest.name, 'vi') },
  });
  try {
    return await Guests.findOneAndUpdate(
      { _id: guest._id, event: guest.event, rev: guest.rev },
      { $set: { pass, code }, $inc: { rev: 1 }, $push: { effects: { $each: [entry, ...effects] } } },
      { returnDocument: 'after' },
    ).lean<Guest>();
  } catch (error) {
    if (isDuplicateKey(error)) return null;
    throw error;
  }
}
