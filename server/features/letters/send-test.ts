import { randomUUID } from 'node:crypto';
import type { Types } from 'mongoose';
import type { LetterKind } from '../../../contract/letters.ts';
import type { Locale } from '../../../contract/locales.ts';
import type { Mailbox } from '../../../contract/mail.ts';
import type { LetterTexts } from '../../../models/message-template.ts';
import { Users } from '../../../models/user.ts';
import { Forbidden } from '../../platform/errors.ts';
import { type Limit, spend } from '../../platform/http/rate-limit.ts';
import type { Access } from '../access/access.ts';
import { addressed } from '../invitations/mail-orders.ts';
import { enqueueMail } from '../mail/enqueue-mail.ts';

export const testKind = 'letters.test';

/** What the writer of a test mail needs: the text was never saved. */
export interface TestLetter {
  kind: LetterKind;
  texts: LetterTexts;
  locale: Locale;
  guest: Types.ObjectId | null;
}

const tests: Limit = { name: 'test-letters', points: 12, seconds: 600 };

/** Sends the letter as typed to the person who types it. Returns where it went. */
export async function sendTest(access: Access, letter: TestLetter, from: Mailbox): Promise<string> {
  const { actor, event } = access;
  const user = actor.kind === 'user' ? await Users.findById(actor.id, { name: 1, email: 1 }).lean() : null;
  if (!user) throw new Forbidden();
  await spend(tests, actor.id);
  const { name, email } = user;
  const reader = { _id: user._id, name: { vi: name }, email, locale: letter.locale };
  const order = addressed({ event, guest: reader, from });
  await enqueueMail({
    ...order,
    id: `test:${actor.id}:${randomUUID()}`,
    kind: testKind,
    guest: null,
    to: { name, address: email },
    data: { ...letter },
    urgent: true,
  });
  return email;
}
