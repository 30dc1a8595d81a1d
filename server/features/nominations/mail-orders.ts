import { inLocale } from '../../../contract/localised.ts';
import type { Mailbox } from '../../../contract/mail.ts';
import type { Conference } from '../../../models/event.ts';
import type { Nomination } from '../../../models/nomination.ts';
import type { MailOrder } from '../mail/enqueue-mail.ts';

export const nominationMails = {
  asked: 'nominations.asked',
  reminder: 'nominations.reminder',
  returned: 'nominations.returned',
  received: 'nominations.received',
} as const;
export type NominationMail = keyof typeof nominationMails;

interface Ordered {
  event: Pick<Conference, '_id' | 'host'>;
  nomination: Pick<Nomination, '_id' | 'secretary' | 'locale' | 'name'>;
  /** The installation's own address; the name beside it is the host's. */
  from: Mailbox;
}

/** Null when the unit's secretary has no address. `mark` makes the mail the only one of its kind. */
export function nominationMail(
  kind: NominationMail,
  mark: string,
  { event, nomination, from }: Ordered,
): MailOrder | null {
  const { secretary, locale, _id, name } = nomination;
  if (secretary.email === '') return null;
  const host = inLocale(event.host.short, locale) || inLocale(event.host.name, locale);
  return {
    id: `${String(_id)}:nomination-${kind}:${mark}`,
    kind: nominationMails[kind],
    locale,
    to: { name: secretary.name || inLocale(name, locale), address: secretary.email },
    from: { name: host || from.name, address: from.address },
    event: event._id,
    data: { nomination: String(_id), mark },
    urgent: kind !== 'reminder',
  };
}
