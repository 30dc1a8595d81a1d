import type { Mailbox } from '../../../contract/mail.ts';
import { type User, Users } from '../../../models/user.ts';
import { settle } from '../../platform/database/effects.ts';
import { type Limit, spend } from '../../platform/http/rate-limit.ts';
import { resetLink } from './password-link.ts';

const perAccount: Limit = { name: 'reset-account', points: 3, seconds: 3600 };
const perAddress: Limit = { name: 'reset-address', points: 30, seconds: 3600 };

/** Mails a link if there is such an account. Whoever asks learns nothing either way, not even by the limit. */
export async function requestPasswordReset(
  email: string,
  { address, from }: { address: string; from: Mailbox },
): Promise<void> {
  await spend(perAddress, address);
  await spend(perAccount, email);
  const user = await Users.findOne({ email, active: true }).lean<User>();
  if (!user) return;
  const { reset, mail } = resetLink(user, from);
  await Users.updateOne({ _id: user._id, active: true }, { $set: { reset }, $push: { effects: mail } });
  settle(Users, user._id);
}
