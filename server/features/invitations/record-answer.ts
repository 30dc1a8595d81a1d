import { randomUUID } from 'node:crypto';
import type { Mailbox } from '../../../contract/mail.ts';
import type { Guest } from '../../../models/guest.ts';
import { now } from '../../platform/clock.ts';
import { Refused } from '../../platform/errors.ts';
import type { Access } from '../access/access.ts';
import { audit } from '../audit/audit.ts';
import { guestName } from '../guests/guest-name.ts';
import { answerEffects } from './answer-effects.ts';
import type { RecordInput } from './input.ts';
import { writeAnswer } from './write-answer.ts';

/** Staff write down what a guest said by telephone, in a letter or in person. No deadline holds them. */
export async function recordAnswer(
  access: Access,
  id: string,
  { input, from }: { input: RecordInput; from: Mailbox },
): Promise<Guest> {
  const { tell, ...said } = input;
  const answer = { ...said, key: randomUUID(), by: access.actor.name, at: now() };
  return writeAnswer(access, id, (guest) => {
    if (guest.state === 'cancelled') throw new Refused('invitations.guest-cancelled');
    return { answer, effects: answerEffects(access, guest, { answer, from: tell ? from : null }) };
  });
}

/** Takes the last answer back: the one before it holds again, as a new fact of now. */
export async function undoAnswer(access: Access, id: string): Promise<Guest> {
  return writeAnswer(access, id, (guest) => {
    if (!guest.answer) throw new Refused('invitations.nothing-to-undo');
    const earlier = guest.answers.at(-1) ?? null;
    const answer = earlier && { ...earlier, key: randomUUID(), by: access.actor.name, at: now() };
    const entry = audit(access.actor, {
      action: 'audit.invitations.undone',
      event: access.event._id,
      subject: { kind: 'guest', id: String(guest._id) },
      params: { name: guestName(guest), answer: guest.answer.kind },
    });
    return { answer, effects: [entry] };
  });
}
