import { type Conference, Events } from '../../../models/event.ts';
import { type Nomination, Nominations } from '../../../models/nomination.ts';
import { paths } from '../../paths.ts';
import { now } from '../../platform/clock.ts';
import type { ClaimedMail } from '../mail/claim-mail.ts';
import type { MailContent } from '../mail/compose-mail.ts';
import type { MailWriter } from '../mail/deliver-mail.ts';
import type { MailTools } from '../mail/mail-tools.ts';
import { renderMail } from '../mail/render-mail.ts';
import { type NominationMail, nominationMails } from './mail-orders.ts';
import { namingState } from './naming-state.ts';
import { type MailFacts, mailShellOf, nominationMailOf } from './present-mail.ts';
import { unitToken } from './unit-link.ts';

/** The mails to units, by kind. Each is written when its turn comes, from what is true then. */
export function nominationWriters(tools: MailTools): Record<string, MailWriter> {
  const writer =
    (kind: NominationMail): MailWriter =>
    async (mail) => {
      const facts = await mailFacts(mail, tools);
      return facts && isNeeded(kind, facts, mail) ? write(kind, facts, tools) : null;
    };
  return {
    [nominationMails.asked]: writer('asked'),
    [nominationMails.reminder]: writer('reminder'),
    [nominationMails.returned]: writer('returned'),
    [nominationMails.received]: writer('received'),
  };
}

/** Null when the unit or the event is gone, or its link was taken away. */
async function mailFacts(mail: ClaimedMail, tools: MailTools): Promise<MailFacts | null> {
  const nomination = await Nominations.findById(String(mail.data['nomination'])).lean<Nomination>();
  const event = nomination && (await Events.findById(nomination.event).lean<Conference>());
  if (!nomination || !event || nomination.linkHash === '') return null;
  const token = unitToken(tools.secret('guest-link'), nomination, nomination.linkRevision);
  return {
    nomination,
    event,
    locale: mail.locale,
    nominee: String(mail.data['mark']).split(':')[0] ?? '',
    link: `${tools.siteUrl}${paths.unitLink(token)}`,
    publicPage: event.state === 'draft' ? '' : `${tools.siteUrl}${paths.publicEvent(event)}`,
  };
}

function isNeeded(
  kind: NominationMail,
  { nomination, event, nominee }: MailFacts,
  mail: ClaimedMail,
): boolean {
  if (mail.to.address !== nomination.secretary.email) return false;
  if (namingState(event, nomination, now()) === 'closed') return kind === 'received';
  if (kind !== 'returned') return true;
  return nomination.nominees.some(({ id, state }) => id === nominee && state === 'returned');
}

/** Pressing Reply reaches the people of the event. */
function write(kind: NominationMail, facts: MailFacts, { engine }: MailTools): MailContent {
  const { event, locale } = facts;
  const { subject, preheader, model } = nominationMailOf(kind, facts);
  const shell = mailShellOf(facts, { subject, preheader });
  const data = { locale, timeZone: event.timeZone };
  const { name, email } = event.contact;
  return {
    ...renderMail(engine, { name: 'nomination', model, shell, data }),
    ...(email ? { replyTo: { name, address: email } } : {}),
  };
}
