import type { z } from 'zod';
import type { Locale } from '../../../contract/locales.ts';
import type { Conference } from '../../../models/event.ts';
import type { Guest, GuestAnswer } from '../../../models/guest.ts';
import { paths } from '../../paths.ts';
import { spacedCode } from '../../platform/codes.ts';
import { formatDateTime } from '../../platform/i18n/format.ts';
import { translate } from '../../platform/i18n/translate.ts';
import { qrSvg } from '../../platform/qr.ts';
import { addressedName, atStart, officeIn } from '../directory/style-of-address.ts';
import { seatIn } from '../guests/seat-text.ts';
import { answerMark } from './answer-mark.ts';
import { toldHistory } from './present-answers-given.ts';
import { eventLines } from './event-lines.ts';
import type { DonePage } from './guest-views.ts';
import { hasPass, holdsPass } from './has-pass.ts';
import { answerIcons, contactOf, factsOf, type GuestFacts, headingOf } from './present-guest.ts';
import { saidLines } from './reply-form/present-said.ts';

type Done = z.input<typeof DonePage>;

export interface DoneFacts extends GuestFacts {
  answer: GuestAnswer;
  /** The public programme; empty while there is none. */
  programme: string;
  /** Their invitation on paper; empty where it is not offered. */
  paper: string;
  /** Whether this browser gave the answer, and may take it back with one tap. */
  isOwn: boolean;
  /** What the QR of their pass says. */
  passText: string;
}

/** What was recorded, and everything a guest needs from now on. */
export function donePage(facts: DoneFacts): Done {
  const { guest, event, state, locale, answer, programme, paper, isOwn } = facts;
  const lines = eventLines(event, locale);
  const comes = hasPass(answer) && state !== 'withdrawn' && state !== 'paused' && state !== 'over';
  const canChange = state === 'open' && !guest.replacedBy;
  return {
    heading: headingOf(guest, lines, locale),
    facts: factsOf(lines, locale),
    ...recordedAs(guest, answer, locale),
    recordedAt: recordedAt(answer, event, locale),
    note: answer.note,
    said: saidLines(event, answer.details, locale),
    pass: comes && holdsPass({ ...guest, answer }) ? passOf(facts) : null,
    calendar: comes && event.days.length > 0 ? paths.answerCalendar : '',
    programme,
    paper,
    change: canChange ? `${paths.answer}?change=1` : '',
    undo: canChange && isOwn ? paths.answerUndo : '',
    seen: answerMark(answer),
    history: toldHistory(guest, locale),
    notice: state === 'open' ? '' : translate(locale, `invitations.closed.${state}`),
    trap: paths.answerTrap,
    contact: contactOf(lines),
  };
}

type Recorded = Pick<Done, 'tone' | 'icon' | 'recorded' | 'text'>;

function recordedAs(guest: Guest, answer: GuestAnswer, locale: Locale): Recorded {
  const { kind } = answer;
  const name = guest.replacedBy?.name ?? answer.substitute?.name ?? '';
  if (answer.provisional)
    return {
      tone: 'tentative',
      icon: 'mail-question-mark',
      recorded: translate(locale, 'reply-form.provisional.title'),
      text: translate(locale, `reply-form.provisional.${kind}`),
    };
  const recorded = translate(locale, `invitations.recorded.${kind}`);
  const look = { tone: kind, icon: answerIcons[kind], recorded };
  if (kind !== 'substitute') return { ...look, text: translate(locale, `invitations.recorded-text.${kind}`) };
  return {
    ...look,
    text: translate(locale, guest.replacedBy ? 'substitutes.page.approved' : 'substitutes.page.waiting', {
      name,
    }),
  };
}

function recordedAt(answer: GuestAnswer, event: Conference, locale: Locale): string {
  const at = formatDateTime(locale, answer.at, event.timeZone);
  if (answer.channel === 'secretary')
    return translate(locale, 'secretaries.recorded-by', { at, name: answer.by });
  return translate(
    locale,
    answer.channel === 'page' ? 'invitations.recorded-at' : 'invitations.recorded-by-staff',
    { at },
  );
}

function passOf({ guest, locale, passText }: DoneFacts): Done['pass'] {
  const { standsFor } = guest;
  const svg = Buffer.from(qrSvg(passText)).toString('base64');
  return {
    qr: `data:image/svg+xml;base64,${svg}`,
    code: spacedCode(guest.code),
    bearer: atStart(addressedName(guest, locale), locale),
    about: standsFor
      ? translate(locale, 'invitations.pass.in-place-of', { name: addressedName(standsFor, locale) })
      : officeIn(guest, locale),
    seat: seatIn(guest.seat, locale),
    open: paths.passPage,
  };
}
