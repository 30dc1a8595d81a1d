import { type LetterKind, letterKinds } from '../../../contract/letters.ts';
import { type Conference, Events } from '../../../models/event.ts';
import { type Guest, Guests } from '../../../models/guest.ts';
import { type Wave, Waves } from '../../../models/wave.ts';
import { paths } from '../../paths.ts';
import { now } from '../../platform/clock.ts';
import { groupRead } from '../../platform/database/group-read.ts';
import { holds } from '../guests/standing.ts';
import { calendarPart } from '../invitations/calendar-entry.ts';
import { type MailFacts, mailFacts, renderGuestMail } from '../invitations/guest-mail.ts';
import { holdsPass } from '../invitations/has-pass.ts';
import { passCodePart } from '../invitations/pass-code-part.ts';
import type { ClaimedMail } from '../mail/claim-mail.ts';
import type { MailContent } from '../mail/compose-mail.ts';
import type { MailWriter } from '../mail/deliver-mail.ts';
import type { MailTools } from '../mail/mail-tools.ts';
import { rulesOf } from './kinds.ts';
import { type LetterData, mailKindOf } from './letter-orders.ts';
import { letterMail, stranger, testMail } from './present-mail.ts';
import { type TestLetter, testKind } from './send-test.ts';

type Texts = Pick<Wave, '_id' | 'kind' | 'state' | 'texts'>;

/** The letters of waves, by kind. Each is written when its turn comes, in the words that were reviewed. */
export function letterMails(tools: MailTools): Record<string, MailWriter> {
  const writers = letterKinds.map((kind): [string, MailWriter] => [
    mailKindOf(kind),
    (mail) => writeLetter(mail, tools),
  ]);
  return { ...Object.fromEntries(writers), [testKind]: (mail) => writeTest(mail, tools) };
}

async function writeLetter(mail: ClaimedMail, tools: MailTools): Promise<MailContent | null> {
  const { wave: id, calendar } = mail.data as unknown as LetterData;
  const [wave, facts] = await Promise.all([waveById(id), mailFacts(mail, tools)]);
  if (!wave || !facts || wave.state === 'cancelled' || !isNeeded(wave.kind, facts.guest)) return null;
  const brings = rulesOf(wave.kind).brings.includes('pass') && !facts.guest.pass?.revokedAt;
  const pass = brings ? await passCodePart(facts, tools) : null;
  const letter = letterMail(facts, { ...wave, passCid: pass?.cid ?? '' });
  return {
    ...renderGuestMail(facts, tools, letter),
    ...entryOf(facts, mail, { message: calendar, inbound: tools.inbound }),
    ...(pass ? { codes: [pass] } : {}),
  };
}

/** As a guest would read it, for its writer: the buttons lead to the page of the letter and nowhere else. */
async function writeTest(mail: ClaimedMail, tools: MailTools): Promise<MailContent | null> {
  const { kind, texts, guest: id } = mail.data as unknown as TestLetter;
  const event = await Events.findById(mail.event).lean<Conference>();
  const guest = id && (await Guests.findById(id).lean<Guest>());
  if (!event) return null;
  const facts: MailFacts = {
    guest: { ...(guest ?? stranger), answer: null },
    event,
    locale: mail.locale,
    isOpen: true,
    link: `${tools.siteUrl}${paths.letter(event, kind)}`,
    publicPage: `${tools.siteUrl}${paths.publicEvent(event)}`,
  };
  const brings = rulesOf(kind).brings.includes('pass') && guest;
  const pass = brings ? await passCodePart(facts, tools) : null;
  const letter = testMail(facts, { kind, texts, passCid: pass?.cid ?? '' });
  return { ...renderGuestMail(facts, tools, letter), ...(pass ? { codes: [pass] } : {}) };
}

/** What has happened since it was ordered may have made it pointless. */
function isNeeded(kind: LetterKind, guest: Guest): boolean {
  const { state, answer } = guest;
  if (state === 'cancelled') return kind === 'withdrawal';
  if (kind === 'withdrawal') return false;
  if (kind === 'reminder') return !answer || !holds(answer);
  return kind !== 'pass' || holdsPass(guest);
}

/** Calendars may offer buttons only where somebody reads what they send. */
function entryOf(
  { event, locale, publicPage }: MailFacts,
  mail: ClaimedMail,
  { message, inbound }: { message: LetterData['calendar']; inbound: MailTools['inbound'] },
): Pick<MailContent, 'calendar'> {
  if (!message) return {};
  const reader = { event, locale, url: publicPage, organiser: mail.from, stamp: now() };
  const calendar = calendarPart(reader, mail.to, { ...message, rsvp: message.rsvp && inbound !== null });
  return calendar ? { calendar } : {};
}

// A wave's letters are written one after the other, thousands of them from one text.
const waveById = groupRead(async (ids) => {
  const waves = await Waves.find({ _id: { $in: ids } }, { kind: 1, state: 1, texts: 1 }).lean<Texts[]>();
  return new Map(waves.map((wave) => [String(wave._id), wave]));
});
