import { Types } from 'mongoose';
import type { Mailbox } from '../../../contract/mail.ts';
import { type User, Users } from '../../../models/user.ts';
import { settle } from '../../platform/database/effects.ts';
import { Refused } from '../../platform/errors.ts';
import type { OfficeAccess } from '../access/access.ts';
import { audit } from '../audit/audit.ts';
import type { NewUserInput } from './input.ts';
import { welcomeLink } from './password-link.ts';
import { registerUser } from './register-user.ts';

/** No password matches this: the person chooses one by the link. */
const NO_PASSWORD = '$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAA';

export interface Invited {
  user: User;
  /** Of the link that was mailed; shown to the administrator once. */
  token: string;
}

/** Creates an account for somebody else and mails them a link to choose a password. */
export async function inviteUser(access: OfficeAccess, input: NewUserInput, from: Mailbox): Promise<Invited> {
  const _id = new Types.ObjectId();
  const { token, reset, mail } = welcomeLink({ _id, ...input }, from, access.actor.name);
  const user = await registerUser(access.actor, {
    _id,
    ...input,
    passwordHash: NO_PASSWORD,
    reset,
    effects: [mail],
  });
  return { user, token };
}

/** Another link, for an account that has lost its way in. Earlier links stop working. */
export async function inviteAgain(access: OfficeAccess, user: User, from: Mailbox): Promise<Invited> {
  const { token, reset, mail } = welcomeLink(user, from, access.actor.name);
  const noted = audit(access.actor, {
    action: 'audit.users.link-made',
    subject: { kind: 'user', id: String(user._id) },
    params: { name: user.name },
  });
  const { matchedCount } = await Users.updateOne(
    { _id: user._id, active: true },
    { $set: { reset }, $push: { effects: { $each: [mail, noted] } } },
  );
  if (matchedCount === 0) throw new Refused('users.edit.activate-lead');
  settle(Users, user._id);
  return { user, token };
}
