import type { InboundReason } from '../../../contract/inbound.ts';
import type { Mailbox } from '../../../contract/mail.ts';
import type { Effect } from '../../../models/fields/effects.ts';
import type { AnswerTrust, Guest, GuestAnswer } from '../../../models/guest.ts';
import { now } from '../../platform/clock.ts';
import { Refused } from '../../platform/errors.ts';
import { isMailAddress } from '../../platform/mail-address.ts';
import type { Access } from '../access/access.ts';
import { guestName } from '../guests/guest-name.ts';
import { answerEffects } from '../invitations/answer-effects.ts';
import { replyState } from '../invitations/reply-state.ts';
import { writeAnswer } from '../invitations/write-answer.ts';
import { mailEffect } from '../mail/enqueue-mail.ts';
import type { ReadAnswer } from './decide.ts';
import type { Invitation } from './find-invitation.ts';
import { changedOrder } from './mail-orders.ts';

export interface Applying {
  /** Of the mail: the same mail read again records nothing. */
  id: string;
  answer: ReadAnswer;
  trust: AnswerTrust;
  from: Mailbox;
}

/**
 * Writes the answer that a guest sent. Says `applied`, or why a person has to decide: the guest's seat is taken, or
 * answers are closed by now.
 */
export async function applyReply(
  { event, guest }: Invitation,
  { id, answer, trust, from }: Applying,
): Promise<InboundReason> {
  const access: Access = {
    actor: { kind: 'guest', id: String(guest._id), name: guestName(guest) },
    event,
    role: 'guest',
  };
  const key = `inbound:${id}`;
  try {
    await writeAnswer(access, String(guest._id), (current) => {
      if (current.answer?.key === key || current.answers.some((earlier) => earlier.key === key)) return null;
      const state = replyState(event, current, now());
      if (state !== 'open') throw new Refused(`invitations.closed.${state}`);
      const written = { ...answer, ...detailsOf(current, answer), key, trust, by: access.actor.name };
      return { answer: written, effects: effectsOf(access, current, { answer: written, from }) };
    });
  } catch (error) {
    if (error instanceof Refused) return 'failed';
    throw error;
  }
  return 'applied';
}

/** A calendar says yes or no; what was said beside it before still holds. */
function detailsOf({ answer }: Guest, { kind }: ReadAnswer): Pick<GuestAnswer, 'details'> {
  return kind !== 'declined' && answer?.details ? { details: answer.details } : {};
}

function effectsOf(
  access: Access,
  guest: Guest,
  { answer, from }: { answer: GuestAnswer & { key: string }; from: Mailbox },
): Effect[] {
  const effects = answerEffects(access, guest, { answer, from });
  const isTurned = guest.answer !== null && guest.answer.kind !== answer.kind;
  if (answer.trust !== 'B' || !isTurned || !isMailAddress(guest.email)) return effects;
  // Nobody proved who wrote this, so whoever it is about hears of it in plain words.
  return [...effects, mailEffect(changedOrder(answer.key, { event: access.event, guest, from }))];
}
