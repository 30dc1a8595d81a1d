import { Guests } from '../../../models/guest.ts';
import { spacedCode } from '../../platform/codes.ts';
import { guestToken, linkHash } from '../invitations/guest-link.ts';
import { type MailFacts, mailFacts, renderGuestMail } from '../invitations/guest-mail.ts';
import { PASS_CID, passCodePart } from '../invitations/pass-code-part.ts';
import { paths } from '../../paths.ts';
import type { MailContent } from '../mail/compose-mail.ts';
import type { MailWriter } from '../mail/deliver-mail.ts';
import type { MailTools } from '../mail/mail-tools.ts';
import { type About, substituteMail } from './present-mail.ts';
import { mailKinds } from './substitute-orders.ts';

/** The mails about substitutes. Each is written when its turn comes, and not at all when it is no longer true. */
export function substituteMails(tools: MailTools): Record<string, MailWriter> {
  return {
    [mailKinds.approved]: writer(tools, 'approved', ({ guest }) => Boolean(guest.replacedBy)),
    [mailKinds.refused]: writer(tools, 'refused', ({ guest }) => Boolean(guest.answer?.refusal)),
    [mailKinds['refused-person']]: writer(tools, 'refused-person', ({ guest }) =>
      Boolean(guest.answer?.refusal),
    ),
    [mailKinds.withdrawn]: writer(tools, 'withdrawn', ({ guest }) => guest.state === 'cancelled'),
    [mailKinds.invited]: async (mail) => {
      const facts = await mailFacts(mail, tools);
      if (!facts?.guest.standsFor || facts.guest.state !== 'listed') return null;
      return withPass(await linked(facts, tools), tools);
    },
  };
}

function writer(tools: MailTools, about: About, holds: (facts: MailFacts) => boolean): MailWriter {
  return async (mail) => {
    const facts = await mailFacts(mail, tools);
    if (!facts || !holds(facts)) return null;
    // Somebody who is no guest must not answer in the guest's name by pressing Reply.
    const asked =
      about === 'refused-person' ? { ...facts, guest: { ...facts.guest, invitation: null } } : facts;
    return renderGuestMail(asked, tools, substituteMail(about, asked));
  };
}

async function withPass(facts: MailFacts, tools: MailTools): Promise<MailContent> {
  const pass = { cid: PASS_CID, code: spacedCode(facts.guest.code) };
  return {
    ...renderGuestMail(facts, tools, substituteMail('invited', facts, pass)),
    codes: [await passCodePart(facts, tools)],
  };
}

/** The link works from the moment its mail is written: before, nobody held the key to make it with. */
async function linked(facts: MailFacts, tools: MailTools): Promise<MailFacts> {
  const { guest } = facts;
  const key = tools.secret('guest-link');
  const revision = guest.invitation?.linkRevision ?? 1;
  await Guests.updateOne(
    { _id: guest._id, 'invitation.linkHash': '' },
    { $set: { 'invitation.linkHash': linkHash(key, guest, revision) } },
  );
  const link = `${tools.siteUrl}${paths.answerLink(guestToken(key, guest, revision))}`;
  return { ...facts, link };
}
