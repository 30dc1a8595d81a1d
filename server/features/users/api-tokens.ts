import { type ApiToken, ApiTokens } from '../../../models/api-token.ts';
import type { OfficeAccess } from '../access/access.ts';

/** The person's own tokens, newest first, without the revoked ones. */
export async function apiTokens(access: OfficeAccess): Promise<ApiToken[]> {
  return ApiTokens.find({ user: access.actor.id, revokedAt: null })
    .sort({ createdAt: -1 })
    .lean<ApiToken[]>();
}
