import type { Mailbox } from '../../../contract/mail.ts';
import type { Guest, GuestAnswer } from '../../../models/guest.ts';
import { now } from '../../platform/clock.ts';
import { Refused } from '../../platform/errors.ts';
import { type Limit, spend } from '../../platform/http/rate-limit.ts';
import { type Access, demand } from '../access/access.ts';
import { answerEffects } from './answer-effects.ts';
import type { ReplyInput } from './input.ts';
import { readNonce } from './nonce.ts';
import { replyState } from './reply-state.ts';
import { type AnswerChange, writeAnswer } from './write-answer.ts';

export interface ReplyContext {
  /** As the link has just found them. */
  guest: Guest;
  token: string;
  nonceKey: string;
  from: Mailbox;
}

const perGuest: Limit = { name: 'answers', points: 10, seconds: 600 };

/**
 * Records what a guest confirmed. A double click is one answer; a form that was sent before and answered anew since
 * is refused, so that a page left open, or a copy of its request, cannot bring an old answer back.
 */
export async function answerInvitation(
  access: Access,
  input: ReplyInput,
  { guest: seen, token, nonceKey, from }: ReplyContext,
): Promise<Guest> {
  demand(access, 'invitations.answer');
  const key = readNonce(input.nonce, { key: nonceKey, token, now: now() });
  if (!key) throw new Refused('invitations.form-expired');
  await spend(perGuest, access.actor.id);
  return writeAnswer(access, seen, (guest) => {
    if (guest.answer?.key === key) return null;
    if (guest.answers.some((earlier) => earlier.key === key)) throw new Refused('invitations.form-used');
    return change(access, guest, { key, input, from });
  });
}

function change(
  access: Access,
  guest: Guest,
  { key, input, from }: { key: string; input: ReplyInput; from: Mailbox },
): AnswerChange {
  const state = replyState(access.event, guest, now());
  if (state !== 'open') throw new Refused(`invitations.closed.${state}`);
  const { kind, note, substitute } = input;
  const answer: GuestAnswer & { key: string } = {
    kind,
    note,
    substitute,
    key,
    channel: 'page',
    by: access.actor.name,
    at: now(),
  };
  return { answer, effects: answerEffects(access, guest, { answer, from }) };
}
