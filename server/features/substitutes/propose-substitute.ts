import { randomUUID } from 'node:crypto';
import type { AnswerChannel } from '../../../contract/states.ts';
import type { Mailbox } from '../../../contract/mail.ts';
import type { AnswerTrust, Guest, GuestAnswer, Substitute } from '../../../models/guest.ts';
import { now } from '../../platform/clock.ts';
import { Refused } from '../../platform/errors.ts';
import type { Access } from '../access/access.ts';
import { answerEffects } from '../invitations/answer-effects.ts';
import { writeAnswer } from '../invitations/write-answer.ts';

/** How a proposal came in. */
export interface ProposedVia {
  channel: AnswerChannel;
  /** In whose name mails about it leave. */
  from: Mailbox;
  /** Who recorded it; the actor unless said. */
  by?: string;
  note?: string;
  trust?: AnswerTrust;
  /** Names this very proposal: sending it again records nothing. */
  key?: string;
  /** Whether the guest gets a mail about what was recorded. */
  tell?: boolean;
}

/**
 * Records that somebody else shall come in a guest's place. It is an answer like any other; the substitute comes onto
 * the list when an organiser approves, or at once where the event says so.
 */
export async function proposeSubstitute(
  access: Access,
  guest: string | Guest,
  person: Substitute,
  via: ProposedVia,
): Promise<Guest> {
  const { channel, from, by = access.actor.name, note = '', trust, key = randomUUID(), tell = true } = via;
  const answer: GuestAnswer & { key: string } = {
    kind: 'substitute',
    channel,
    by,
    note,
    substitute: person,
    key,
    at: now(),
    ...(trust ? { trust } : {}),
  };
  return writeAnswer(access, guest, (seen) => {
    if (seen.state === 'cancelled') throw new Refused('invitations.guest-cancelled');
    if (seen.answer?.key === key) return null;
    const effects = answerEffects(access, seen, { answer, from: tell ? from : null, sender: from });
    return { answer, effects };
  });
}
