import type { Mailbox } from '../../../contract/mail.ts';
import type { Guest, GuestAnswer } from '../../../models/guest.ts';
import { now } from '../../platform/clock.ts';
import { Refused } from '../../platform/errors.ts';
import { type Limit, spend } from '../../platform/http/rate-limit.ts';
import { type Access, demand } from '../access/access.ts';
import { answerEffects } from './answer-effects.ts';
import { isAnsweredSince } from './answer-mark.ts';
import type { ReplyInput } from './input.ts';
import { readNonce } from './nonce.ts';
import { noDetails, readDetails } from './reply-form/read-details.ts';
import { askedOf } from './reply-form/reply-form-of.ts';
import { replyState } from './reply-state.ts';
import { type AnswerChange, writeAnswer } from './write-answer.ts';

export interface ReplyContext {
  /** As the link has just found them. */
  guest: Guest;
  token: string;
  nonceKey: string;
  from: Mailbox;
  /** It may be a machine that presses the buttons: the answer counts when it has been confirmed once more. */
  isSuspect?: boolean;
}

const perGuest: Limit = { name: 'answers', points: 10, seconds: 600 };

/**
 * Records what a guest confirmed. A double click is one answer; a form that was sent before and answered anew since
 * is refused, so that a page left open, or a copy of its request, cannot bring an old answer back. So is a form made
 * before another answer came: it would wipe what was said there.
 */
export async function answerInvitation(
  access: Access,
  input: Confirmed['input'],
  { guest: seen, token, nonceKey, from, isSuspect = false }: ReplyContext,
): Promise<Guest> {
  demand(access, 'invitations.answer');
  const key = readNonce(input.nonce, { key: nonceKey, token, now: now() });
  if (!key) throw new Refused('invitations.form-expired');
  await spend(perGuest, String(seen._id));
  return writeAnswer(access, seen, (guest) => {
    if (guest.answer?.key === key) return null;
    if (guest.answers.some((earlier) => earlier.key === key)) throw new Refused('invitations.form-used');
    if (isAnsweredSince(guest, input.seen)) throw new Refused('invitations.answered-meanwhile');
    return change(access, guest, { key, input, from, isSuspect });
  });
}

interface Confirmed {
  key: string;
  input: Omit<ReplyInput, 'details' | 'seen'> & Partial<Pick<ReplyInput, 'details' | 'seen'>>;
  from: Mailbox;
  isSuspect: boolean;
}

function change(access: Access, guest: Guest, { key, input, from, isSuspect }: Confirmed): AnswerChange {
  const state = replyState(access.event, guest, now());
  if (state !== 'open') throw new Refused(`invitations.closed.${state}`);
  const { kind, note, substitute } = input;
  const asked = kind === 'attending' ? askedOf(access.event, guest) : null;
  const answer: GuestAnswer & { key: string } = {
    kind,
    note,
    substitute,
    key,
    channel: access.actor.kind === 'secretary' ? 'secretary' : 'page',
    by: access.actor.name,
    at: now(),
    ...(asked ? { details: readDetails(asked, input.details ?? noDetails, { isDemanding: true }) } : {}),
    ...(isSuspect ? { provisional: true } : {}),
  };
  return { answer, effects: answerEffects(access, guest, { answer, from }) };
}
