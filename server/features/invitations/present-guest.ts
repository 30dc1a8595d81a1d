import type { z } from 'zod';
import type { Locale } from '../../../contract/locales.ts';
import type { Conference } from '../../../models/event.ts';
import type { Guest, GuestAnswer } from '../../../models/guest.ts';
import { paths } from '../../paths.ts';
import type { FormState } from '../../platform/http/form.ts';
import { errorSummary, formFields } from '../../platform/http/form-fields.ts';
import { formatDateTime } from '../../platform/i18n/format.ts';
import { translate } from '../../platform/i18n/translate.ts';
import { addressedName, atStart, officeIn } from '../directory/style-of-address.ts';
import { answerMark } from './answer-mark.ts';
import type { InvitationPage, ReplyPage } from './guest-views.ts';
import { type ReplyKind, replyKinds } from './input.ts';
import { meanwhileText } from './present-meanwhile.ts';
import { detailsModel } from './reply-form/present-details.ts';
import { askedOf } from './reply-form/reply-form-of.ts';
import { type EventLines, eventLines } from './event-lines.ts';
import type { ReplyState } from './reply-state.ts';

type Page = z.input<typeof InvitationPage>;
type Reply = z.input<typeof ReplyPage>;

export interface GuestFacts {
  guest: Guest;
  event: Conference;
  state: ReplyState;
  locale: Locale;
}

export const answerIcons = {
  attending: 'check',
  declined: 'x',
  substitute: 'user-plus',
  tentative: 'hourglass',
} as const;

/** The invitation; `isOther` when a form made for another guest has arrived. */
export function invitationPage(
  { guest, event, state, locale }: GuestFacts,
  paper: string,
  { isOther = false }: { isOther?: boolean } = {},
): Page {
  const lines = eventLines(event, locale);
  // A refused substitute leaves the guest without an answer.
  const answer = guest.answer?.refusal ? null : guest.answer;
  const heading = headingOf(guest, lines, locale);
  const other = isOther ? translate(locale, 'invitations.other-guest', { name: heading.name }) : '';
  return {
    heading,
    facts: factsOf(lines, locale),
    signature: lines.inviter,
    paper,
    choices: state === 'open' ? choicesFor(locale, answer?.kind) : [],
    notice: state === 'open' ? '' : translate(locale, `invitations.closed.${state}`),
    recorded: answer ? recordedText(answer, locale) : '',
    back: answer ? paths.answerDone : '',
    draft: state === 'open' ? draftLine({ guest, event, locale }) : null,
    refused: other || refusedLine(guest.answer, locale) || staleLine(guest.answer, locale),
    trap: paths.answerTrap,
    contact: contactOf(lines),
  };
}

function recordedText({ kind, provisional }: GuestAnswer, locale: Locale): string {
  const answer = translate(locale, `invitations.recorded.${kind}`);
  return provisional ? translate(locale, 'reply-form.provisional.answer', { answer }) : answer;
}

/** What was typed and not sent, to go on with. */
function draftLine({ guest, event, locale }: Pick<GuestFacts, 'guest' | 'event' | 'locale'>): Page['draft'] {
  const { draft } = guest;
  if (!draft) return null;
  const at = formatDateTime(locale, draft.at, event.timeZone, 'short');
  return {
    text: translate(locale, 'reply-form.draft.left', { at }),
    href: `${paths.answer}?a=${draft.kind}&change=1`,
  };
}

/** The date has changed since they answered. */
function staleLine(answer: GuestAnswer | null, locale: Locale): string {
  return answer?.beforeChange ? translate(locale, 'invitations.stale') : '';
}

export function refusedLine(answer: GuestAnswer | null, locale: Locale): string {
  const reason = answer?.refusal?.reason;
  if (reason === undefined) return '';
  const name = answer?.substitute?.name ?? '';
  return reason
    ? translate(locale, 'substitutes.page.refused-because', { name, reason })
    : translate(locale, 'substitutes.page.refused', { name });
}

export interface Replying {
  kind: ReplyKind;
  nonce: string;
  form: FormState | null;
  /** When the draft was left that the form shows; null when it shows none. */
  restoredAt: Date | null;
  /** Where the page leads; the guest's own places unless somebody answers for them. */
  places?: ReplyPlaces;
}

export interface ReplyPlaces {
  choose: (kind: ReplyKind) => string;
  confirm: string;
  back: string;
  /** Empty where nothing is kept meanwhile. */
  draft: string;
  trap: string;
  button: string;
}

export function replyPage(
  { guest, event, locale }: GuestFacts,
  { kind, nonce, form, restoredAt, places = ownPlaces(guest, kind, locale) }: Replying,
): Reply {
  const lines = eventLines(event, locale);
  const text = (key: 'note' | 'note-hint') => translate(locale, `invitations.${key}.${kind}`);
  return {
    heading: headingOf(guest, lines, locale),
    choices: choicesFor(locale, kind, places.choose),
    kind,
    action: places.confirm,
    nonce,
    guest: String(guest._id),
    seen: answerMark(guest.answer),
    meanwhile: meanwhileText({ guest, event, locale }, form),
    back: places.back,
    confirm: places.button,
    errors: errorSummary(form),
    noteLabel: text('note'),
    noteHint: text('note-hint'),
    fields: formFields(typedBefore(guest.answer, kind), form),
    isSubstitute: kind === 'substitute',
    details:
      kind === 'attending'
        ? detailsModel({
            asked: askedOf(event, guest),
            said: guest.answer?.kind === kind ? (guest.answer.details ?? null) : null,
            form,
            locale,
          })
        : null,
    draft: places.draft,
    restored: restoredAt
      ? translate(locale, 'reply-form.draft.restored', {
          at: formatDateTime(locale, restoredAt, event.timeZone, 'short'),
        })
      : '',
    trap: places.trap,
    contact: contactOf(lines),
  };
}

export function headingOf(guest: Guest, lines: EventLines, locale: Locale): Page['heading'] {
  const { host, parent, title, motto, when } = lines;
  const name = atStart(addressedName(guest, locale), locale);
  return { host, parent, title, motto, when, name, office: officeIn(guest, locale) };
}

export function factsOf(lines: EventLines, locale: Locale): Page['facts'] {
  const { day, time, venue, address, map, dressCode, replyBy } = lines;
  const later = translate(locale, 'invitations.to-be-announced');
  return { day: day || later, time, venue: venue || address || later, address, map, dressCode, replyBy };
}

export function contactOf({ contact }: EventLines): Page['contact'] {
  return contact.name || contact.phone || contact.email ? contact : null;
}

function ownPlaces(guest: Guest, kind: ReplyKind, locale: Locale): ReplyPlaces {
  return {
    choose: ownChoice,
    confirm: paths.answerConfirm,
    back: guest.answer ? paths.answerDone : paths.answer,
    draft: paths.answerDraft,
    trap: paths.answerTrap,
    button: translate(locale, `invitations.confirm.${kind}`),
  };
}

function ownChoice(kind: ReplyKind): string {
  return `${paths.answer}?a=${kind}&change=1`;
}

function choicesFor(
  locale: Locale,
  current: string | undefined,
  choose: ReplyPlaces['choose'] = ownChoice,
): Page['choices'] {
  return replyKinds.map((kind) => ({
    kind,
    href: choose(kind),
    label: translate(locale, `invitations.choice.${kind}`),
    icon: answerIcons[kind],
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
