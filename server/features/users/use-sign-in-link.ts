import { type SignInLink, SignInLinks } from '../../../models/sign-in-link.ts';
import { type User, Users } from '../../../models/user.ts';
import { now } from '../../platform/clock.ts';
import { hashToken } from '../../platform/codes.ts';
import { NotFound } from '../../platform/errors.ts';

/** Whom the link would sign in. Looking does not use it up: mail scanners look at everything. */
export async function findSignInLink(token: string): Promise<{ link: SignInLink; user: User }> {
  const link = await SignInLinks.findOne({
    tokenHash: hashToken(token),
    expires: { $gt: now() },
  }).lean<SignInLink>();
  const whom = link && { _id: link.user, generation: link.generation, active: true };
  const user = whom && (await Users.findOne(whom).lean<User>());
  if (!link || !user) throw new NotFound('users.link-over');
  return { link, user };
}

/** Takes the link and says who signs in. Of two at the same moment, one is told that it is over. */
export async function useSignInLink(token: string): Promise<User> {
  const { link, user } = await findSignInLink(token);
  if (link.reusable) return user;
  const { deletedCount } = await SignInLinks.deleteOne({ _id: link._id });
  if (deletedCount !== 1) throw new NotFound('users.link-over');
  return user;
}
