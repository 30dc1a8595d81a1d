import { randomBytes } from 'node:crypto';
import { Events } from '../../../../models/event.ts';
import type { ConsentText, ReplyForm } from '../../../../models/fields/reply-form.ts';
import { isDeepStrictEqual } from 'node:util';
import { settle } from '../../../platform/database/effects.ts';
import { Invalid, Refused } from '../../../platform/errors.ts';
import { tell } from '../../../platform/live/tell.ts';
import { type Access, demand } from '../../access/access.ts';
import { rooms } from '../../access/rooms.ts';
import { audit } from '../../audit/audit.ts';
import { answerCounts } from './answer-counts.ts';
import { nextQuestions, questionProblems } from './next-questions.ts';
import { replyFormOf } from './reply-form-of.ts';
import type { ReplyFormInput } from './reply-form-input.ts';

/**
 * Changes what guests are asked. Answers that were given are never lost: a question that has some is taken off the
 * form but kept with them, and every wording of the consent to photographs stays known.
 */
export async function saveQuestions(access: Access, input: ReplyFormInput): Promise<void> {
  const { event, actor } = demand(access, 'invitations.edit');
  const before = replyFormOf(event);
  const counts = await answerCounts(access);
  const problems = [
    ...questionProblems(input.questions, { questions: before.questions, counts }),
    ...(input.photo && Object.keys(input.consent).length === 0
      ? [{ path: 'consent.vi', key: 'errors.required' as const, params: {} }]
      : []),
  ];
  if (problems.length > 0) throw new Invalid(problems);

  const { companions, dietary, access: needs, transport, photo, substitutes } = input;
  const replyForm: ReplyForm = {
    companions,
    dietary,
    access: needs,
    transport,
    photo,
    consents: nextConsents(before.consents, input),
    questions: nextQuestions(input.questions, {
      questions: before.questions,
      counts,
      restore: input.restore,
      newId,
    }),
    substitutes,
  };
  const entry = audit(actor, { action: 'audit.invitations.reply-form', event: event._id });
  const changed = await Events.updateOne(
    { _id: event._id, rev: input.rev },
    { $set: { replyForm }, $inc: { rev: 1 }, $push: { effects: entry } },
  );
  if (changed.matchedCount === 0) throw new Refused('errors.conflict-rev');

  settle(Events, event._id);
  tell(rooms.desk(event), 'page:stale', 'event');
}

function nextConsents(before: readonly ConsentText[], { photo, consent }: ReplyFormInput): ConsentText[] {
  const last = before.at(-1);
  if (!photo || (last && isDeepStrictEqual({ ...last.text }, consent))) return [...before];
  return [...before, { version: (last?.version ?? 0) + 1, text: consent }];
}

function newId(): string {
  return `q${randomBytes(6).toString('hex')}`;
}
