import type { Localised } from '../../../contract/localised.ts';
import { type Conference, Events } from '../../../models/event.ts';
import { type Organisation, Organisations } from '../../../models/organisation.ts';
import { findByDigest } from './find-sent.ts';
import type { UnsubscribeClaim } from './unsubscribe-token.ts';

/** Whose mails are unsubscribed from, as its readers know the name; null when nothing of it is left. */
export async function senderOf({ digest, organisation }: UnsubscribeClaim): Promise<Localised | null> {
  if (organisation !== null) {
    const found = await Organisations.findById(organisation, { name: 1 }).lean<Pick<Organisation, 'name'>>();
    if (found) return found.name;
  }
  const mail = await findByDigest(digest);
  const event =
    mail?.event && (await Events.findById(mail.event, { host: 1 }).lean<Pick<Conference, 'host'>>());
  return event ? event.host.name : null;
}
