import type { Mailbox } from '../../../contract/mail.ts';
import type { Conference } from '../../../models/event.ts';
import type { Effect } from '../../../models/fields/effects.ts';
import type { Guest } from '../../../models/guest.ts';
import { isMailAddress } from '../../platform/mail-address.ts';
import { type MailOrder, mailEffect } from '../mail/enqueue-mail.ts';
import { addressed } from '../invitations/mail-orders.ts';

export const mailKinds = {
  approved: 'substitutes.approved',
  refused: 'substitutes.refused',
  'refused-person': 'substitutes.refused-person',
  invited: 'substitutes.invited',
  withdrawn: 'substitutes.withdrawn',
} as const;
export type SubstituteMail = keyof typeof mailKinds;

interface Ordered {
  event: Pick<Conference, '_id' | 'host'>;
  guest: Guest;
  from: Mailbox;
}

/** The guest hears what became of the proposal, and of a refusal the proposed person too. */
export function decisionMail(decision: 'approved' | 'refused', ordered: Ordered): Effect[] {
  const { guest } = ordered;
  const mark = `${guest.answer?.key ?? ''}:${guest.rev}`;
  const person = guest.answer?.substitute;
  const orders = [order(decision, mark, ordered)];
  if (decision === 'refused' && person) {
    const to = { name: person.name, address: person.email.trim().toLowerCase() };
    orders.push({ ...order('refused-person', mark, ordered), to });
  }
  return effectsOf(orders);
}

/** The substitute's own invitation, with their pass. */
export function standInMail(ordered: Ordered): Effect[] {
  return effectsOf([order('invited', ordered.guest.rev, ordered)]);
}

export function withdrawalMail(ordered: Ordered): Effect[] {
  return effectsOf([order('withdrawn', ordered.guest.rev, ordered)]);
}

function order(kind: SubstituteMail, mark: string | number, ordered: Ordered): MailOrder {
  return {
    id: `${String(ordered.guest._id)}:substitute-${kind}:${mark}`,
    kind: mailKinds[kind],
    ...addressed(ordered),
    data: { mark },
    urgent: true,
  };
}

/** Whoever has no address is told by the organisers. */
function effectsOf(orders: readonly MailOrder[]): Effect[] {
  return orders.filter(({ to }) => isMailAddress(to.address)).map(mailEffect);
}
