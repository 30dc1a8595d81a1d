import { Types } from 'mongoose';
import type { Locale } from '../../../contract/locales.ts';
import { type User, Users } from '../../../models/user.ts';
import { hashToken, randomToken } from '../../platform/codes.ts';
import { isDuplicateKey } from '../../platform/database/duplicate-key.ts';
import { NotFound } from '../../platform/errors.ts';
import { choosePassword } from './choose-password.ts';
import type { FirstRunInput } from './input.ts';
import { registerUser } from './register-user.ts';

/** The first account always has this id, so that of two people with the link only one succeeds. */
const FIRST_USER = new Types.ObjectId('000000000000000000000001');
const installer = { kind: 'system', id: 'system', name: 'Rostrum' } as const;

let firstRunHash: string | null = null;

interface Setup {
  administrator: { email: string; password: string } | null;
  locale: Locale;
}

/**
 * At start, while there is no account: creates the configured administrator, or returns the token of a link with
 * which somebody creates it. The link dies with the process, and with the first account.
 */
export async function welcomeFirstUser({ administrator, locale }: Setup): Promise<string | null> {
  if (await Users.exists({})) return null;
  if (!administrator) return openFirstRun();
  await createFirst({ ...administrator, name: administrator.email, locale });
  return null;
}

export function openFirstRun(): string {
  const token = randomToken('first');
  firstRunHash = hashToken(token);
  return token;
}

export async function demandFirstRun(token: string): Promise<void> {
  const known = firstRunHash !== null && hashToken(token) === firstRunHash;
  if (!known || (await Users.exists({}))) throw new NotFound('users.first-run.over');
}

export async function createFirstAdministrator(token: string, input: FirstRunInput): Promise<User> {
  await demandFirstRun(token);
  const user = await createFirst(input);
  firstRunHash = null;
  return user;
}

async function createFirst({ password, ...person }: FirstRunInput): Promise<User> {
  const passwordHash = await choosePassword(password, person);
  try {
    return await registerUser(installer, { ...person, _id: FIRST_USER, passwordHash, role: 'administrator' });
  } catch (error) {
    if (isDuplicateKey(error)) throw new NotFound('users.first-run.over');
    throw error;
  }
}
