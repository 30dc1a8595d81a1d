import { type User, Users } from '../../../models/user.ts';
import { now } from '../../platform/clock.ts';
import { forgive, type Limit, spend } from '../../platform/http/rate-limit.ts';
import type { SignInInput } from './input.ts';
import { matchesPassword } from './password-hash.ts';

const perAccount: Limit = { name: 'sign-in-account', points: 5, seconds: 300 };
const perAddress: Limit = { name: 'sign-in-address', points: 50, seconds: 600 };

/**
 * The account with this e-mail address and password, or null: unknown, switched off and wrong are one answer, and
 * take one time. Guessing is slowed down for the account as seen from that address, so that nobody can lock others out.
 */
export async function checkCredentials(input: SignInInput, address: string): Promise<User | null> {
  const guesses = `${input.email} ${address}`;
  await spend(perAddress, address);
  await spend(perAccount, guesses);
  const user = await Users.findOne({ email: input.email }).lean<User>();
  const matches = await matchesPassword(user?.passwordHash ?? null, input.password);
  if (!user || !matches || !user.active) return null;
  await forgive(perAccount, guesses);
  await Users.updateOne({ _id: user._id }, { $set: { lastSignInAt: now() } });
  return user;
}
