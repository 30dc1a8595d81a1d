import { inLocale } from '../../../contract/localised.ts';
import type { Mailbox } from '../../../contract/mail.ts';
import type { Conference } from '../../../models/event.ts';
import type { Guest } from '../../../models/guest.ts';
import type { MailOrder } from '../mail/enqueue-mail.ts';
import { displayName } from '../directory/person-name.ts';

export const mailKinds = {
  answered: 'invitations.answered',
  link: 'invitations.link',
  pass: 'invitations.pass',
} as const;
export type InvitationMail = keyof typeof mailKinds;

export interface Ordered {
  event: Pick<Conference, '_id' | 'host'>;
  guest: Pick<Guest, '_id' | 'name' | 'email' | 'locale'>;
  /** The installation's own address; the name beside it is the host's. */
  from: Mailbox;
}

/** `mark` makes the mail the only one of its kind: an order repeated is still one mail. */
export function mailOrder(kind: InvitationMail, mark: string | number, ordered: Ordered): MailOrder {
  return {
    id: `${String(ordered.guest._id)}:${kind}:${mark}`,
    kind: mailKinds[kind],
    ...addressed(ordered),
    data: { mark },
    urgent: true,
  };
}

/** From the host to the guest, in the guest's language. */
export function addressed({ event, guest, from }: Ordered) {
  const { locale } = guest;
  const unit = inLocale(event.host.short, locale) || inLocale(event.host.name, locale);
  return {
    locale,
    to: { name: displayName(guest.name, locale), address: guest.email },
    from: { name: unit || from.name, address: from.address },
    event: event._id,
    guest: guest._id,
  };
}
