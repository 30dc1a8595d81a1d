import type { MailState } from '../../../../contract/states.ts';
import { type OutboxMail, OutboxMails } from '../../../../models/outbox-mail.ts';
import { paths } from '../../../paths.ts';
import type { Concern, ConcernRow, Looking, Wanted } from '../concern.ts';

const fields = { to: 1, subject: 1, state: 1, queuedAt: 1, attempts: 1, guest: 1 } as const;
type Line = Pick<OutboxMail, '_id' | keyof typeof fields>;

const lost: MailState[] = ['failed', 'bounced', 'suppressed'];

/** Mails to units and secretaries that came back; those to guests are told by the guest. */
export const failedMails: Concern = {
  kind: 'mail-failed',
  tone: 'refused',
  icon: 'mail',
  place: ({ event }) => `${paths.mailbox(event)}?state=failed`,
  count: ({ access }) =>
    OutboxMails.countDocuments({ event: access.event._id, state: { $in: lost }, guest: null }),
  rows: (looking, wanted) => lines(looking, wanted, { state: { $in: lost }, guest: null }),
};

/** Mails that may have arrived and may not: nobody but a person can decide to send them again. */
export const uncertainMails: Concern = {
  kind: 'mail-uncertain',
  tone: 'attention',
  icon: 'mail-question-mark',
  place: ({ event }) => `${paths.mailbox(event)}?state=unknown`,
  count: ({ access }) => OutboxMails.countDocuments({ event: access.event._id, state: 'unknown' }),
  rows: (looking, wanted) => lines(looking, wanted, { state: 'unknown' }),
};

async function lines(
  { access: { event } }: Looking,
  { limit, keys }: Wanted,
  which: object,
): Promise<ConcernRow[]> {
  const only = keys ? { _id: { $in: [...keys] } } : {};
  const mails = await OutboxMails.find({ event: event._id, ...which, ...only }, fields)
    .sort({ queuedAt: -1, _id: -1 })
    .limit(limit)
    .lean<Line[]>();
  return mails.map((mail) => ({
    key: mail._id,
    mark: `${mail.state}:${mail.queuedAt.toISOString()}`,
    who: {
      kind: 'thing' as const,
      name: { vi: mail.to.name || mail.to.address },
      detail: mail.subject,
      href: paths.mail(event, mail._id),
    },
    say: mail.state === 'unknown' ? 'attention.say.uncertain' : 'attention.say.mail-failed',
    params: { address: mail.to.address },
    since: mail.queuedAt,
    act: { label: 'attention.act.resend', href: paths.resendMail(event, mail._id), fields: {} },
  }));
}
