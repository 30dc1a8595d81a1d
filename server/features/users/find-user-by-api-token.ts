import type { Types } from 'mongoose';
import { ApiTokens } from '../../../models/api-token.ts';
import { type User, Users } from '../../../models/user.ts';
import { now } from '../../platform/clock.ts';
import { hashToken } from '../../platform/codes.ts';

const NOTE_USE_EVERY = 60_000;

/** The user in whose name this bearer token acts; null when it is unknown, expired, or its user is shut out. */
export async function findUserByApiToken(token: string): Promise<User | null> {
  const found = await ApiTokens.findOne({
    tokenHash: hashToken(token),
    revokedAt: null,
    $or: [{ expires: null }, { expires: { $gt: now() } }],
  }).lean();
  if (!found) return null;
  await noteUse(found._id, found.lastUsedAt);
  return Users.findOne({ _id: found.user, active: true }).lean<User>();
}

/** At most once a minute: a token in use is a read, not a write per request. */
async function noteUse(token: Types.ObjectId, lastUsedAt: Date | null): Promise<void> {
  const before = new Date(now().getTime() - NOTE_USE_EVERY);
  if (lastUsedAt && lastUsedAt > before) return;
  await ApiTokens.updateOne({ _id: token }, { $set: { lastUsedAt: now() } });
}
