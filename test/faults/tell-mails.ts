import { type Conference, Events } from '../../models/event.ts';
import { type OutboxMail, OutboxMails } from '../../models/outbox-mail.ts';
import { systemAccess } from '../../server/features/access/access.ts';
import { resendMail } from '../../server/features/mail/resend-mail.ts';
import { withDataFolder } from './with-data-folder.ts';

export interface ToldMails {
  /** Still to be tried by itself. */
  moving: number;
  /** By address. */
  states: Record<string, string>;
}

/**
 * Run as a process of its own: tells where the mails are. What twice ended in uncertainty waits for a person, who
 * here decides to send it again.
 */
await withDataFolder(process.argv[2] ?? '', async () => {
  const event = await Events.findOne({ slug: 'chaos' }).orFail().lean<Conference>();
  const mails = await OutboxMails.find({ event: event._id }, { raw: 0, log: 0 }).lean<OutboxMail[]>();
  const resting = mails.filter(({ state, due }) => state === 'unknown' && due === null);
  for (const { _id } of resting) await resendMail(systemAccess(event), _id);
  const told: ToldMails = {
    moving: mails.filter(({ state }) => ['queued', 'sending', 'retry', 'unknown'].includes(state)).length,
    states: Object.fromEntries(mails.map(({ to, state }) => [to.address, state])),
  };
  process.stdout.write(JSON.stringify(told));
});
