import type { Guest } from '../../../models/guest.ts';
import { Guests } from '../../../models/guest.ts';
import { settle } from '../../platform/database/effects.ts';
import { Refused } from '../../platform/errors.ts';
import type { Access } from '../access/access.ts';
import { audit, type AuditAction } from '../audit/audit.ts';
import { computedOf } from './computed.ts';
import { loadGuest } from './load-guest.ts';
import { guestName } from './guest-name.ts';
import { orderAsNow } from './order-anew.ts';
import { tellGuests } from './tell-guests.ts';

export interface Change {
  /** The facts that change; what is computed from them follows by itself. */
  facts: Partial<Guest>;
  action: AuditAction;
  params?: Record<string, string | number>;
}

const TRIES = 5;

/**
 * The one way a guest on the list changes: facts, everything computed from them, the revision and the audit entry in
 * one update. When somebody else was quicker the change is decided again on what is true then.
 */
export async function changeGuest(
  access: Access,
  id: string,
  decide: (guest: Guest) => Change,
): Promise<Guest> {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const guest = await loadGuest(access, id);
    const changed = await writeChange(access, guest, decide(guest));
    if (changed) {
      await orderAsNow(access.event, [changed._id]);
      settle(Guests, changed._id);
      tellGuests(access.event);
      return changed;
    }
  }
  throw new Refused('errors.conflict-rev');
}

/** What is written when a guest changes; the filter holds only while nobody else has changed it. */
export function changeUpdate(access: Access, guest: Guest, change: Change) {
  const event = access.event._id;
  const facts = { ...change.facts, ...linkRevoked(guest, change.facts) };
  const after = { ...guest, ...facts };
  const entry = audit(access.actor, {
    action: change.action,
    event,
    subject: { kind: 'guest', id: String(guest._id) },
    params: { name: guestName(after), ...change.params },
  });
  return {
    filter: { _id: guest._id, event, rev: guest.rev },
    update: {
      $set: { ...facts, ...computedOf(after, access.event) },
      $inc: { rev: 1 },
      $push: { effects: entry },
    },
  };
}

/** A link that went to another address must not open this guest's page; the next mail brings a new one. */
function linkRevoked({ email, invitation }: Guest, facts: Partial<Guest>): Partial<Guest> {
  if (facts.email === undefined || facts.email === email || !invitation?.linkHash) return {};
  const linkRevision = invitation.linkRevision + 1;
  return { invitation: { ...invitation, linkRevision, linkHash: '' } };
}

async function writeChange(access: Access, guest: Guest, change: Change): Promise<Guest | null> {
  const { filter, update } = changeUpdate(access, guest, change);
  return Guests.findOneAndUpdate(filter, update, { returnDocument: 'after' }).lean<Guest>();
}
