import type { Types } from 'mongoose';
import { SignInLinks } from '../../../models/sign-in-link.ts';
import { Users } from '../../../models/user.ts';
import { now } from '../../platform/clock.ts';
import { hashToken, randomToken } from '../../platform/codes.ts';

const ONE_DAY = 24 * 60 * 60 * 1000;

export interface SignInLinkOptions {
  /** Works until it expires instead of once: for the demo. */
  reusable?: boolean;
  lifetime?: number;
  /** Where it leads, a path of this site. */
  to?: string;
}

/** The token of a link that signs this person in without a password. Only its hash is stored. */
export async function createSignInLink(
  user: { _id: Types.ObjectId },
  { reusable = false, lifetime = ONE_DAY, to = '' }: SignInLinkOptions = {},
): Promise<string> {
  const { generation } = await Users.findOne({ _id: user._id }, { generation: 1 }).orFail().lean();
  const token = randomToken('in');
  const expires = new Date(now().getTime() + lifetime);
  const link = { user: user._id, generation, reusable, to, expires };
  await SignInLinks.create({ ...link, tokenHash: hashToken(token) });
  return token;
}
