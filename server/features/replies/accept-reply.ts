import type { Mailbox } from '../../../contract/mail.ts';
import type { Guest, GuestAnswer } from '../../../models/guest.ts';
import { now } from '../../platform/clock.ts';
import { Refused } from '../../platform/errors.ts';
import { type Access, demand } from '../access/access.ts';
import { answerEffects } from '../invitations/answer-effects.ts';
import { writeAnswer } from '../invitations/write-answer.ts';
import { closeReply } from './close-reply.ts';
import type { AcceptInput } from './input.ts';
import { keptDetails } from './kept-details.ts';
import { loadReply, type ReplyRow } from './reply-list.ts';

const longestNote = 2_000;

/** Records what a person read in a reply: what we proposed, or another answer. */
export async function acceptReply(
  access: Access,
  id: string,
  { kind, from }: AcceptInput & { from: Mailbox },
): Promise<Guest> {
  demand(access, 'invitations.record-answer');
  const reply = await loadReply(access, id);
  if (reply.state !== 'needs-human' || !reply.guest) throw new Refused('replies.already-decided');
  const key = `inbound:${id}`;
  const guest = await writeAnswer(access, String(reply.guest), (current) => {
    if (current.state === 'cancelled') throw new Refused('invitations.guest-cancelled');
    if (current.answer?.key === key || current.answers.some((each) => each.key === key)) return null;
    const answer = { ...accepted(access, reply, { kind, key }), ...keptDetails(current, kind) };
    return { answer, effects: answerEffects(access, current, { answer, from }) };
  });
  await closeReply(access, reply, { reason: kind === reply.decision?.kind ? 'accepted' : 'recorded', kind });
  return guest;
}

/** It counts from now: whatever the mail says of its time, it was read by a person after that. */
function accepted(
  { actor }: Access,
  { reading }: ReplyRow,
  { kind, key }: AcceptInput & { key: string },
): GuestAnswer & { key: string } {
  return {
    kind,
    key,
    channel: reading?.channel ?? 'mail',
    by: actor.name,
    at: now(),
    note: (reading?.written ?? '').slice(0, longestNote),
    substitute: null,
    trust: 'C',
  };
}
