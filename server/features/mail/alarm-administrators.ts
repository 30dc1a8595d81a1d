import { type OutboxMail } from '../../../models/outbox-mail.ts';
import { Users } from '../../../models/user.ts';
import type { Bounce } from './bounce-class.ts';
import { enqueueMail } from './enqueue-mail.ts';

/** A domain refuses our mails and its campaign rests. */
export const alarmKind = 'deliverability.alarm';

/** Tells every administrator, by mail, that a domain refuses us. `at` is when its campaign came to rest. */
export async function alarmAdministrators(
  { from, domain }: Pick<OutboxMail, 'from' | 'domain'>,
  { code, text }: Bounce,
  at: Date,
): Promise<void> {
  const administrators = await Users.find({ role: 'administrator', active: true }).limit(20).lean();
  await enqueueMail(
    ...administrators.map(({ _id, name, email, locale }) => ({
      id: `alarm:${domain}:${at.getTime()}:${String(_id)}`,
      kind: alarmKind,
      locale,
      to: { name, address: email },
      from,
      urgent: true,
      data: { domain, reason: `${code}: ${text}`.slice(0, 300) },
    })),
  );
}
