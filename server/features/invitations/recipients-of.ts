import type { Mailbox } from '../../../contract/mail.ts';
import type { Guest } from '../../../models/guest.ts';
import { isMailAddress } from '../../platform/mail-address.ts';
import { displayName } from '../directory/person-name.ts';

export interface Recipient extends Mailbox {
  /** Tells the mails about one thing apart: nothing for the guest, so that theirs keep their names. */
  suffix: '' | ':secretary';
}

/** Who gets a mail that is about this guest: they themselves, their secretary, or both, as it was chosen for them. */
export function recipientsOf({
  name,
  email,
  locale,
  secretary,
}: Pick<Guest, 'name' | 'email' | 'locale' | 'secretary'>): Recipient[] {
  const own: Recipient = { name: displayName(name, locale), address: email, suffix: '' };
  const reachable = (to: Recipient): boolean => isMailAddress(to.address);
  if (!secretary || secretary.mail === 'none' || !isMailAddress(secretary.email))
    return [own].filter(reachable);
  const copy: Recipient = { name: secretary.name, address: secretary.email, suffix: ':secretary' };
  return (secretary.mail === 'instead' ? [copy] : [own, copy]).filter(reachable);
}
