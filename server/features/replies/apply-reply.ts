import type { Mailbox } from '../../../contract/mail.ts';
import type { Effect } from '../../../models/fields/effects.ts';
import type { Guest, GuestAnswer } from '../../../models/guest.ts';
import { Refused } from '../../platform/errors.ts';
import { isMailAddress } from '../../platform/mail-address.ts';
import type { Access } from '../access/access.ts';
import { guestName } from '../guests/guest-name.ts';
import { answerEffects } from '../invitations/answer-effects.ts';
import { writeAnswer } from '../invitations/write-answer.ts';
import { mailEffect } from '../mail/enqueue-mail.ts';
import { type Decision, decide, kindIn, type ReadAnswer, type ReplyFacts } from './decide.ts';
import type { Invitation } from './find-invitation.ts';
import { keptDetails } from './kept-details.ts';
import { changedOrder } from './mail-orders.ts';

export interface Applying {
  /** Of the mail: the same mail read again records nothing. */
  id: string;
  /** The mail beside the guest as they are. */
  factsFor: (guest: Guest) => ReplyFacts;
  from: Mailbox;
}

/**
 * Writes the answer that a guest sent, judged by the guest as they are in the moment of writing: a newer answer or
 * another date may have come since the mail was read. Says what was decided then; a person decides where the guest's
 * seat is taken or too many write at once.
 */
export async function applyReply(
  { event, guest }: Invitation,
  { id, factsFor, from }: Applying,
): Promise<Decision> {
  const access: Access = {
    actor: { kind: 'guest', id: String(guest._id), name: guestName(guest) },
    event,
    role: 'guest',
  };
  const key = `inbound:${id}`;
  let decision = decide(factsFor(guest));
  try {
    await writeAnswer(access, String(guest._id), (current) => {
      if (current.answer?.key === key || current.answers.some((earlier) => earlier.key === key)) return null;
      const facts = factsFor(current);
      decision = decide(facts);
      if (decision.act !== 'apply') return null;
      const answer = answerOf(decision.answer, { guest: current, key, by: access.actor.name, facts });
      return { answer, effects: effectsOf(access, current, { answer, from }) };
    });
  } catch (error) {
    if (error instanceof Refused) return { act: 'ask', reason: 'failed', kind: kindIn(decision) };
    throw error;
  }
  return decision;
}

function answerOf(
  read: ReadAnswer,
  { guest, key, by, facts }: { guest: Guest; key: string; by: string; facts: ReplyFacts },
): GuestAnswer & { key: string } {
  const trust = facts.trust.level === 'A' ? 'A' : 'B';
  return { ...read, ...keptDetails(guest, read.kind), key, trust, by };
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
