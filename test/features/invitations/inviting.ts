import type { Conference } from '../../../models/event.ts';
import { type Guest, Guests } from '../../../models/guest.ts';
import { readConfig } from '../../../server/config.ts';
import type { Access } from '../../../server/features/access/access.ts';
import { findInvited, type Invited } from '../../../server/features/invitations/find-invited.ts';
import { guestToken } from '../../../server/features/invitations/guest-link.ts';
import { ReplyInput } from '../../../server/features/invitations/input.ts';
import { issueNonce } from '../../../server/features/invitations/nonce.ts';
import { answerInvitation } from '../../../server/features/invitations/answer-invitation.ts';
import { sendWaveNow } from '../../../server/features/letters/send-wave-now.ts';
import { now } from '../../../server/platform/clock.ts';
import { accessAs } from '../../support/factories.ts';

/** The same keys as `startTestApp` has, so that links made here open there. */
const config = readConfig({
  NODE_ENV: 'test',
  SESSION_SECRET: 'only for tests, long enough to be accepted',
});

export const linkKey = config.secret('guest-link');
export const nonceKey = config.secret('nonce');
export const from = config.mailFrom;
export const sender = { linkKey, from };

/** Sends the invitation to this guest and gives the token of the personal link. */
export async function invite(event: Conference, guest: Pick<Guest, '_id'>): Promise<string> {
  const access: Access = await accessAs('system', { event });
  await sendWaveNow(access, { kind: 'invitation', who: 'guests', guests: [String(guest._id)] }, sender);
  return guestToken(linkKey, guest, 1);
}

export async function holderOf(token: string): Promise<Invited> {
  const invited = await findInvited(token);
  if (!invited) throw new Error('This link opens nothing');
  return invited;
}

/** A guest confirms on the page; `nonce` is a fresh one unless the test brings its own. */
export async function answer(
  token: string,
  said: Record<string, unknown>,
  nonce = issueNonce(nonceKey, token, now()),
): Promise<Guest> {
  const { access, guest } = await holderOf(token);
  return answerInvitation(access, ReplyInput.parse({ ...said, nonce }), { guest, token, nonceKey, from });
}

export async function reload(guest: Pick<Guest, '_id'>): Promise<Guest> {
  const found = await Guests.findById(guest._id).lean<Guest>();
  if (!found) throw new Error('This guest is gone');
  return found;
}

/** The key of what somebody was refused with. */
export async function refusal(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'nothing was refused',
    (error: Error) => error.message,
  );
}
