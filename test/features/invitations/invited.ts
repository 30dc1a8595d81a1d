import { Types } from 'mongoose';
import type { Guest } from '../../../models/guest.ts';
import { readConfig } from '../../../server/config.ts';
import { answerInvitation } from '../../../server/features/invitations/answer-invitation.ts';
import { findInvited, type Invited } from '../../../server/features/invitations/find-invited.ts';
import { guestToken, linkHash } from '../../../server/features/invitations/guest-link.ts';
import { ReplyInput } from '../../../server/features/invitations/input.ts';
import { issueNonce } from '../../../server/features/invitations/nonce.ts';
import { carriers } from '../../../server/effects.ts';
import { modelsWithEffects } from '../../../server/models.ts';
import { createEffects } from '../../../server/platform/database/effects.ts';
import { now } from '../../../server/platform/clock.ts';
import { makeGuest } from '../../support/factories.ts';

/** The same keys as `startTestApp` has, so that links made here open there. */
const config = readConfig({
  NODE_ENV: 'test',
  SESSION_SECRET: 'only for tests, long enough to be accepted',
});
const linkKey = config.secret('guest-link');
const nonceKey = config.secret('nonce');
export const from = config.mailFrom;

/** A guest who has the letter, and the token of the link in it. */
export async function makeInvited(
  given: Partial<Guest> & { event: Types.ObjectId },
): Promise<{ guest: Guest; token: string }> {
  const _id = new Types.ObjectId();
  const invitation = {
    linkRevision: 1,
    linkHash: linkHash(linkKey, { _id }, 1),
    uid: `${String(_id).padStart(32, '0')}@rostrum.example`,
    sequence: 0,
    wave: 1,
    sentAt: new Date(Date.now() - 3_600_000),
  };
  const guest = await makeGuest({ _id, invitation, ...given });
  return { guest, token: guestToken(linkKey, { _id }, 1) };
}

/** Confirms on the page, as the form posts it. */
export async function reply(
  token: string,
  said: Record<string, unknown>,
  more: { nonce?: string; isSuspect?: boolean } = {},
): Promise<Guest> {
  const { access, guest } = await opened(token);
  const { nonce = issueNonce(nonceKey, token, now()), isSuspect = false } = more;
  const input = ReplyInput.parse({ ...said, nonce });
  return answerInvitation(access, input, { guest, token, nonceKey, from, isSuspect });
}

export async function opened(token: string): Promise<Invited> {
  const invited = await findInvited(token);
  if (!invited) throw new Error('This link opens nothing');
  return invited;
}

/** Everything that must follow has followed. */
export async function carryOutEffects(): Promise<void> {
  const effects = createEffects({ models: modelsWithEffects, carriers });
  while ((await effects.drain()) > 0);
}

/** The key of what somebody was refused with. */
export async function refusal(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'nothing was refused',
    (error: Error) => error.message,
  );
}
