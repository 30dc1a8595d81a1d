import { Types } from 'mongoose';
import { ApiTokens } from '../../../models/api-token.ts';
import { now } from '../../platform/clock.ts';
import { hashToken, randomToken } from '../../platform/codes.ts';
import { settle } from '../../platform/database/effects.ts';
import type { OfficeAccess } from '../access/access.ts';
import { audit } from '../audit/audit.ts';
import type { ApiTokenInput } from './input.ts';

const ONE_DAY = 24 * 60 * 60 * 1000;

/** The token is returned once and never again; only its hash is stored. */
export async function createApiToken(access: OfficeAccess, { label, days }: ApiTokenInput): Promise<string> {
  const token = randomToken('rostrum');
  const _id = new Types.ObjectId();
  await ApiTokens.create({
    _id,
    tokenHash: hashToken(token),
    user: access.actor.id,
    label,
    expires: days === 'never' ? null : new Date(now().getTime() + Number(days) * ONE_DAY),
    effects: [
      audit(access.actor, {
        action: 'audit.users.token-created',
        subject: { kind: 'user', id: access.actor.id },
        params: { label },
      }),
    ],
  });
  settle(ApiTokens, _id);
  return token;
}
