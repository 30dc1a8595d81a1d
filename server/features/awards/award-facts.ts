import { Types } from 'mongoose';
import type { Award, Recipient } from '../../../models/award.ts';
import { randomCode } from '../../platform/codes.ts';
import { Invalid } from '../../platform/errors.ts';
import type { Access } from '../access/access.ts';
import { peopleOf } from './award-people.ts';
import type { AwardInput, RecipientInput } from './input.ts';

export type AwardFacts = Pick<Award, 'title' | 'decision' | 'recipients' | 'presenter'>;

/** The award an input describes. Everybody it names must be on the guest list. */
export async function awardFacts(access: Access, input: AwardInput): Promise<AwardFacts> {
  await checkPeople(access, input);
  return {
    title: input.title,
    decision: input.decision,
    presenter: guestId(input.presenter),
    recipients: input.recipients.map(recipientOf),
  };
}

export function titleOf({ title }: Pick<Award, 'title'>): string {
  return title.vi || title.en || title.ru || '';
}

function recipientOf(row: RecipientInput): Recipient {
  return {
    ...row,
    id: row.id || randomCode(8).toLowerCase(),
    guest: guestId(row.guest),
    representedBy: guestId(row.representedBy),
  };
}

function guestId(id: string): Types.ObjectId | null {
  return id === '' ? null : new Types.ObjectId(id);
}

async function checkPeople(access: Access, input: AwardInput): Promise<void> {
  const named = [
    { path: 'presenter', id: input.presenter },
    ...input.recipients.flatMap(({ guest, representedBy }, place) => [
      { path: `recipients.${place}.guest`, id: guest },
      { path: `recipients.${place}.representedBy`, id: representedBy },
    ]),
  ].filter(({ id }) => id !== '');
  const known = await peopleOf(
    access,
    named.map(({ id }) => id),
  );
  const strangers = named.filter(({ id }) => !known.has(id));
  if (strangers.length > 0) {
    throw new Invalid(strangers.map(({ path }) => ({ path, key: 'awards.not-a-guest', params: {} })));
  }
}
