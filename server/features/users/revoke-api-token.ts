import { ApiTokens } from '../../../models/api-token.ts';
import { now } from '../../platform/clock.ts';
import { settle } from '../../platform/database/effects.ts';
import { NotFound } from '../../platform/errors.ts';
import { cutSockets } from '../../platform/live/cut.ts';
import type { OfficeAccess } from '../access/access.ts';
import { rooms } from '../access/rooms.ts';
import { audit } from '../audit/audit.ts';

/** From now on the token opens nothing. */
export async function revokeApiToken(access: OfficeAccess, id: string): Promise<void> {
  const own = { user: access.actor.id, revokedAt: null };
  const token = /^[0-9a-f]{24}$/.test(id)
    ? await ApiTokens.findOne({ _id: id, ...own }, { label: 1 }).lean()
    : null;
  if (!token) throw new NotFound('users.no-such-token');
  const effects = audit(access.actor, {
    action: 'audit.users.token-revoked',
    subject: { kind: 'user', id: access.actor.id },
    params: { label: token.label },
  });
  await ApiTokens.updateOne({ _id: token._id, ...own }, { $set: { revokedAt: now() }, $push: { effects } });
  settle(ApiTokens, token._id);
  cutSockets(rooms.user(access.actor.id));
}
