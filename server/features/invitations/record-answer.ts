import { randomUUID } from 'node:crypto';
import type { Mailbox } from '../../../contract/mail.ts';
import type { Guest, GuestAnswer } from '../../../models/guest.ts';
import { now } from '../../platform/clock.ts';
import { Refused } from '../../platform/errors.ts';
import type { Access } from '../access/access.ts';
import { audit } from '../audit/audit.ts';
import { guestName } from '../guests/guest-name.ts';
import { answerEffects } from './answer-effects.ts';
import { isAnsweredSince } from './answer-mark.ts';
import type { RecordInput } from './input.ts';
import { noDetails, readDetails } from './reply-form/read-details.ts';
import { askedOf } from './reply-form/reply-form-of.ts';
import { type AnswerChange, writeAnswer } from './write-answer.ts';

/** What staff wrote down; whoever knows nothing more says nothing more. */
export type Recorded = Omit<RecordInput, 'details' | 'said'> & Partial<Pick<RecordInput, 'details' | 'said'>>;

/** Staff write down what a guest said by telephone, in a letter or in person. No deadline holds them. */
export async function recordAnswer(
  access: Access,
  id: string,
  { input, from }: { input: Recorded; from: Mailbox },
): Promise<Guest> {
  return writeAnswer(access, id, (guest) => {
    if (guest.state === 'cancelled') throw new Refused('invitations.guest-cancelled');
    const answer = recorded(access, guest, input);
    return {
      answer,
      effects: answerEffects(access, guest, { answer, from: input.tell ? from : null, sender: from }),
    };
  });
}

function recorded(access: Access, guest: Guest, input: Recorded): GuestAnswer & { key: string } {
  const { kind, channel, note, substitute, said } = input;
  const asked = kind === 'attending' || kind === 'tentative' ? askedOf(access.event, guest) : null;
  return {
    kind,
    channel,
    note,
    substitute,
    ...(said ? { said } : {}),
    ...(asked ? { details: readDetails(asked, input.details ?? noDetails, { isDemanding: false }) } : {}),
    key: randomUUID(),
    by: access.actor.name,
    at: now(),
  };
}

/** Takes the answer back that holds; `seen` is the mark of the one that whoever asks for it has in mind. */
export async function undoAnswer(access: Access, id: string, seen?: string): Promise<Guest> {
  return writeAnswer(access, id, (guest) => {
    if (isAnsweredSince(guest, seen)) throw new Refused('invitations.answered-meanwhile');
    return undone(access, guest);
  });
}

/** What is written when an answer is taken back: it stays in the history, and the one before it holds again. */
export function undone(access: Access, guest: Guest): AnswerChange {
  const { answer: taken, answers } = guest;
  if (!taken) throw new Refused('invitations.nothing-to-undo');
  const answer = answers.findLast(({ takenBack }) => !takenBack) ?? null;
  const takenBack = { by: access.actor.name, at: now() };
  const entry = audit(access.actor, {
    action: 'audit.invitations.undone',
    event: access.event._id,
    subject: { kind: 'guest', id: String(guest._id) },
    params: { name: guestName(guest), answer: taken.kind },
  });
  const earlier = [...answers.filter((each) => each !== answer), { ...taken, takenBack }];
  return { answer, earlier, effects: [entry] };
}
