import type { Locale } from '../../../../contract/locales.ts';
import type { Mailbox } from '../../../../contract/mail.ts';
import type { Conference } from '../../../../models/event.ts';
import { inLocale } from '../../../../contract/localised.ts';
import { Types } from 'mongoose';
import { type Guest, Guests } from '../../../../models/guest.ts';
import { type SecretaryLink, SecretaryLinks } from '../../../../models/secretary.ts';
import { now } from '../../../platform/clock.ts';
import { isDuplicateKey } from '../../../platform/database/duplicate-key.ts';
import { settle } from '../../../platform/database/effects.ts';
import { Refused } from '../../../platform/errors.ts';
import { isMailAddress } from '../../../platform/mail-address.ts';
import { type Access, demand } from '../../access/access.ts';
import { audit } from '../../audit/audit.ts';
import { mailEffect, type MailOrder } from '../../mail/enqueue-mail.ts';
import { secretaryHash } from './secretary-link.ts';

export const secretaryMail = 'invitations.secretary';

export interface SecretarySender {
  from: Mailbox;
  /** The key that personal links are derived from. */
  linkKey: string;
}

/** Sends somebody the one link to all the guests they answer for. Sent again, it is the same link. */
export async function sendSecretaryLink(
  access: Access,
  email: string,
  sender: SecretarySender,
): Promise<SecretaryLink> {
  const { event, actor } = demand(access, 'invitations.send');
  if (event.state === 'draft') throw new Refused('secretaries.event-draft');
  const someone = await Guests.findOne(
    { event: event._id, 'secretary.email': email, state: 'listed' },
    { secretary: 1, locale: 1 },
  ).lean<Pick<Guest, 'secretary' | 'locale'>>();
  if (!someone?.secretary || !isMailAddress(email)) throw new Refused('secretaries.nobody', { email });

  const { name } = someone.secretary;
  const link = await linkFor(access, { email, name }, sender.linkKey);
  const entry = audit(actor, {
    action: 'audit.invitations.secretary',
    event: event._id,
    params: { name: name || email },
  });
  const mail = secretaryOrder({
    event,
    link: { ...link, name },
    locale: someone.locale,
    from: sender.from,
    mark: link.rev,
  });
  const written = await SecretaryLinks.findOneAndUpdate(
    { _id: link._id },
    {
      $set: { name, sentAt: now() },
      $inc: { rev: 1 },
      $push: { effects: { $each: [entry, mailEffect(mail)] } },
    },
    { returnDocument: 'after' },
  ).lean<SecretaryLink>();
  settle(SecretaryLinks, link._id);
  return written ?? link;
}

/** There already, or made now; of two at once the index lets one be made. */
async function linkFor(
  { event }: Access,
  { email, name }: { email: string; name: string },
  key: string,
): Promise<SecretaryLink> {
  const known = await SecretaryLinks.findOne({ event: event._id, email }).lean<SecretaryLink>();
  if (known) return known;
  const fresh = { _id: new Types.ObjectId(), linkRevision: 1 };
  try {
    const made = await SecretaryLinks.create({
      ...fresh,
      event: event._id,
      email,
      name,
      linkHash: secretaryHash(key, fresh),
    });
    return made.toObject();
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    return SecretaryLinks.findOne({ event: event._id, email }).orFail().lean<SecretaryLink>();
  }
}

export interface SecretaryOrder {
  event: Pick<Conference, '_id' | 'host'>;
  link: SecretaryLink;
  locale: Locale;
  from: Mailbox;
  /** Makes the mail the only one of its kind. */
  mark: string | number;
}

/** The mail with the link. */
export function secretaryOrder({ event, link, locale, from, mark }: SecretaryOrder): MailOrder {
  const unit = inLocale(event.host.short, locale) || inLocale(event.host.name, locale);
  return {
    id: `${String(link._id)}:secretary:${mark}`,
    kind: secretaryMail,
    locale,
    to: { name: link.name, address: link.email },
    from: { name: unit || from.name, address: from.address },
    event: event._id,
    data: { secretary: String(link._id) },
    urgent: true,
  };
}
