import type { Mailbox } from '../../../contract/mail.ts';
import type { User } from '../../../models/user.ts';
import { now } from '../../platform/clock.ts';
import { hashToken, randomToken } from '../../platform/codes.ts';
import type { Effect } from '../../../models/fields/effects.ts';
import { mailEffect } from '../mail/enqueue-mail.ts';

const MINUTE = 60_000;
export const RESET_MINUTES = 30;
export const WELCOME_DAYS = 7;

/** A link with which somebody chooses a password, and the mail that brings it. Goes into the user's own document. */
export interface PasswordLink {
  token: string;
  reset: NonNullable<User['reset']>;
  mail: Effect;
}

type Recipient = Pick<User, '_id' | 'name' | 'email' | 'locale'>;

/** After "I forgot my password". */
export function resetLink(user: Recipient, from: Mailbox): PasswordLink {
  return passwordLink(user, { kind: 'users.reset', from, lifetime: RESET_MINUTES * MINUTE, by: '' });
}

/** From an administrator: for a new account, or one that lost its way in. */
export function welcomeLink(user: Recipient, from: Mailbox, by: string): PasswordLink {
  return passwordLink(user, { kind: 'users.welcome', from, lifetime: WELCOME_DAYS * 24 * 60 * MINUTE, by });
}

function passwordLink(
  user: Recipient,
  { kind, from, lifetime, by }: { kind: string; from: Mailbox; lifetime: number; by: string },
): PasswordLink {
  const token = randomToken('reset');
  const tokenHash = hashToken(token);
  const expires = new Date(now().getTime() + lifetime);
  const mail = mailEffect({
    id: `${String(user._id)}:${kind}:${tokenHash.slice(0, 16)}`,
    kind,
    locale: user.locale,
    to: { name: user.name, address: user.email },
    from,
    data: { token, expires, by },
    urgent: true,
  });
  return { token, reset: { tokenHash, expires }, mail };
}
