import type { Quorum } from '../../../contract/attendance/quorum.ts';
import { Quorums } from '../../../models/quorum.ts';
import { settle } from '../../platform/database/effects.ts';
import { type Access, demand } from '../access/access.ts';
import { audit } from '../audit/audit.ts';
import { tellStatements } from './tell-statements.ts';

/** Says how many must be there, or that nothing is asked for. */
export async function setQuorum(access: Access, { rule, value, of }: Quorum): Promise<void> {
  demand(access, 'statements.freeze');
  const { actor, event } = access;
  const known = event.categories.map(({ id }) => id);
  const effect = audit(actor, { action: 'audit.statements.quorum', event: event._id });
  await Quorums.updateOne(
    { _id: event._id },
    { $set: { rule, value, of: of.filter((id) => known.includes(id)) }, $push: { effects: effect } },
    { upsert: true },
  );
  settle(Quorums, event._id);
  tellStatements(event);
}
