import type { Types } from 'mongoose';
import type { DoubleDecision, StrayDecision } from '../../../contract/attendance/decisions.ts';
import type { Effect } from '../../../models/fields/effects.ts';
import { type Guest, Guests } from '../../../models/guest.ts';
import type { Access } from '../access/access.ts';
import { audit } from '../audit/audit.ts';
import { displayName } from '../directory/person-name.ts';

/** The line in the history; of something stray that means nobody there is no name. */
export async function decisionAudit(
  { actor, event }: Access,
  { guest: id, kind }: { guest: Types.ObjectId | null; kind: DoubleDecision | StrayDecision },
): Promise<Effect> {
  const guest =
    id && (await Guests.findOne({ _id: id, event: event._id }, { name: 1 }).lean<Pick<Guest, 'name'>>());
  const without =
    kind === 'taken-back' ? 'audit.reconciliation.taken-back' : 'audit.reconciliation.set-aside';
  return audit(actor, {
    action: guest ? 'audit.reconciliation.decided' : without,
    event: event._id,
    ...(id ? { subject: { kind: 'guest', id: String(id) } } : {}),
    params: guest ? { guest: displayName(guest.name, 'vi'), decision: kind } : {},
  });
}
