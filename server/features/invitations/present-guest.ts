import type { z } from 'zod';
import type { Locale } from '../../../contract/locales.ts';
import type { Conference } from '../../../models/event.ts';
import type { Guest, GuestAnswer } from '../../../models/guest.ts';
import type { MessageKey } from '../../../locales/keys.ts';
import { paths } from '../../paths.ts';
import { spacedCode } from '../../platform/codes.ts';
import type { FormState } from '../../platform/http/form.ts';
import { errorSummary, formFields } from '../../platform/http/form-fields.ts';
import { formatDateTime } from '../../platform/i18n/format.ts';
import { translate } from '../../platform/i18n/translate.ts';
import { qrSvg } from '../../platform/qr.ts';
import { addressedName, atStart, officeIn } from '../directory/style-of-address.ts';
import { passText } from '../guests/pass-text.ts';
import type { DonePage, InvitationPage, ReplyPage } from './guest-views.ts';
import { hasPass } from './has-pass.ts';
import { type ReplyKind, replyKinds } from './input.ts';
import { type EventLines, eventLines } from './event-lines.ts';
import type { ReplyState } from './reply-state.ts';

type Page = z.input<typeof InvitationPage>;
type Reply = z.input<typeof ReplyPage>;
type Done = z.input<typeof DonePage>;

export interface GuestFacts {
  guest: Guest;
  event: Conference;
  state: ReplyState;
  locale: Locale;
}

const icons = { attending: 'check', declined: 'x', substitute: 'user-plus', tentative: 'hourglass' } as const;

export function invitationPage({ guest, event, state, locale }: GuestFacts): Page {
  const lines = eventLines(event, locale);
  return {
    heading: headingOf(guest, lines, locale),
    facts: factsOf(lines, locale),
    signature: lines.inviter,
    choices: state === 'open' ? choicesFor(locale, guest.answer?.kind) : [],
    notice: state === 'open' ? '' : translate(locale, `invitations.closed.${state}`),
    recorded: guest.answer ? translate(locale, `invitations.recorded.${guest.answer.kind}`) : '',
    back: guest.answer ? paths.answerDone : '',
    contact: contactOf(lines),
  };
}

export function replyPage(
  { guest, event, locale }: GuestFacts,
  { kind, nonce, form }: { kind: ReplyKind; nonce: string; form: FormState | null },
): Reply {
  const lines = eventLines(event, locale);
  const text = (key: 'note' | 'note-hint' | 'confirm') => translate(locale, `invitations.${key}.${kind}`);
  return {
    heading: headingOf(guest, lines, locale),
    choices: choicesFor(locale, kind),
    kind,
    action: paths.answerConfirm,
    nonce,
    back: guest.answer ? paths.answerDone : paths.answer,
    confirm: text('confirm'),
    errors: errorSummary(form),
    noteLabel: text('note'),
    noteHint: text('note-hint'),
    fields: formFields(typedBefore(guest.answer, kind), form),
    isSubstitute: kind === 'substitute',
    contact: contactOf(lines),
  };
}

export function donePage(
  { guest, event, state, locale }: GuestFacts,
  answer: GuestAnswer,
  programme: string,
): Done {
  const lines = eventLines(event, locale);
  const holds = state !== 'withdrawn' && state !== 'paused' && state !== 'over';
  const at = formatDateTime(locale, answer.at, event.timeZone);
  const told: Record<string, MessageKey> = { page: 'invitations.recorded-at' };
  return {
    heading: headingOf(guest, lines, locale),
    facts: factsOf(lines, locale),
    tone: answer.kind,
    icon: icons[answer.kind],
    recorded: translate(locale, `invitations.recorded.${answer.kind}`),
    text: translate(locale, `invitations.recorded-text.${answer.kind}`, {
      name: answer.substitute?.name ?? '',
    }),
    recordedAt: translate(locale, told[answer.channel] ?? 'invitations.recorded-by-staff', { at }),
    note: answer.note,
    pass: holds && hasPass(answer) ? passOf(guest, event, locale) : null,
    calendar: holds && hasPass(answer) && event.days.length > 0 ? paths.answerCalendar : '',
    programme,
    change: state === 'open' ? `${paths.answer}?change=1` : '',
    notice: state === 'open' ? '' : translate(locale, `invitations.closed.${state}`),
    contact: contactOf(lines),
  };
}

function passOf(guest: Guest, event: Conference, locale: Locale): Done['pass'] {
  const substitute = guest.answer?.substitute ?? null;
  const svg = Buffer.from(qrSvg(passText(event, guest))).toString('base64');
  return {
    qr: `data:image/svg+xml;base64,${svg}`,
    code: spacedCode(guest.code),
    bearer: substitute?.name ?? atStart(addressedName(guest, locale), locale),
    about: substitute
      ? translate(locale, 'invitations.pass.in-place-of', { name: addressedName(guest, locale) })
      : officeIn(guest, locale),
    seat: guest.seat,
    image: paths.passImage,
  };
}

function headingOf(guest: Guest, lines: EventLines, locale: Locale): Page['heading'] {
  const { host, parent, title, motto, when } = lines;
  const name = atStart(addressedName(guest, locale), locale);
  return { host, parent, title, motto, when, name, office: officeIn(guest, locale) };
}

function factsOf(lines: EventLines, locale: Locale): Page['facts'] {
  const { day, time, venue, address, map, dressCode, replyBy } = lines;
  const later = translate(locale, 'invitations.to-be-announced');
  return { day: day || later, time, venue: venue || address || later, address, map, dressCode, replyBy };
}

function contactOf({ contact }: EventLines): Page['contact'] {
  return contact.name || contact.phone || contact.email ? contact : null;
}

function choicesFor(locale: Locale, current: string | undefined): Page['choices'] {
  return replyKinds.map((kind) => ({
    kind,
    href: `${paths.answer}?a=${kind}&change=1`,
    label: translate(locale, `invitations.choice.${kind}`),
    icon: icons[kind],
    isCurrent: kind === current,
    isQuiet: kind === 'substitute',
  }));
}

/** Who changes a detail finds what was said before. */
function typedBefore(answer: GuestAnswer | null, kind: ReplyKind) {
  const same = answer?.kind === kind ? answer : null;
  const { name = '', position = '', phone = '', email = '' } = same?.substitute ?? {};
  return { note: same?.note ?? '', substitute: { name, position, phone, email } };
}
