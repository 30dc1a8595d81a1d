import type { z } from 'zod';
import { locales, type Locale } from '../../../contract/locales.ts';
import { inLocale } from '../../../contract/localised.ts';
import type { AnswerKind } from '../../../contract/states.ts';
import type { Guest } from '../../../models/guest.ts';
import { paths } from '../../paths.ts';
import { spacedCode } from '../../platform/codes.ts';
import { translate, translateMessage } from '../../platform/i18n/translate.ts';
import { type Access, can } from '../access/access.ts';
import { displayName, initials } from '../directory/person-name.ts';
import { addressedName, atStart, styleOfAddress } from '../directory/style-of-address.ts';
import type { HistoryLine } from './guest-history.ts';
import type { GuestPlace } from './guest-place.ts';
import { arrivedText } from './present-arrived.ts';
import type { Presence } from './presence.ts';
import { historyModel } from './present-history.ts';
import { passModel } from './present-pass.ts';
import { type Badge, categoryBadge, standingBadge } from './present-words.ts';
import { seatIn } from './seat-text.ts';
import type { PanelModel } from './views.ts';

type Panel = z.input<typeof PanelModel>;

export interface PanelFacts {
  access: Access;
  guest: Guest;
  place: GuestPlace;
  history: readonly HistoryLine[];
  /** What the door knows beside that they are in; null while they are not. */
  presence: Presence | null;
  /** The list's query the panel stands beside; empty on the guest's own page. */
  from: string;
  locale: Locale;
}

export function panelModel(facts: PanelFacts): Panel {
  const { access, guest, locale, from } = facts;
  return {
    id: String(guest._id),
    title: displayName(guest.name, locale),
    initials: initials(guest.name, locale),
    style: atStart(styleOfAddress(guest, locale), locale),
    badges: badges(facts),
    back: from,
    actions: can(access, 'guests.edit') ? actionsModel(facts) : null,
    isCancelled: guest.state === 'cancelled',
    pass: can(access, 'guests.edit') ? passModel(facts) : null,
    names: namesModel(guest, locale),
    pronunciation: guest.pronunciation,
    styles: stylesModel(guest, locale),
    rank: rankModel(facts),
    facts: factsModel(facts),
    seat: guest.seat,
    contact: can(access, 'guests.view-contact-details') ? contactModel(guest) : null,
    history: historyModel(access, guest, { lines: facts.history, locale }),
  };
}

function badges({ access, guest, presence, locale }: PanelFacts): Badge[] {
  const { event } = access;
  const category = categoryBadge(event, guest.category, locale);
  const arrived = arrivedText(event, { arrivedAt: guest.arrivedAt, presence }, locale);
  return [
    standingBadge(guest.standing, locale),
    ...(guest.answer?.provisional ? [provisionalBadge(guest.answer.kind, locale)] : []),
    ...(guest.answer?.beforeChange
      ? [{ label: translate(locale, 'guests.answer-stale'), tone: 'attention', icon: 'clock-alert' }]
      : []),
    ...(arrived ? [{ label: arrived, tone: 'present', icon: 'user-check' }] : []),
    ...(category ? [category] : []),
    ...(guest.headOfDelegation
      ? [{ label: translate(locale, 'guests.head'), tone: 'gold', icon: 'flag' }]
      : []),
  ];
}

function provisionalBadge(kind: AnswerKind, locale: Locale): Badge {
  const answer = translate(locale, `states.answer.${kind}`);
  const label = translate(locale, 'reply-form.provisional.answer', { answer });
  return { label, tone: 'waiting', icon: 'mail-question-mark' };
}

function actionsModel({ access, guest, from }: PanelFacts): Panel['actions'] {
  const { event } = access;
  const isCancelled = guest.state === 'cancelled';
  const back = from ? `?${new URLSearchParams({ from }).toString()}` : '';
  return {
    edit: paths.editGuest(event, guest) + back,
    recordAnswer:
      !isCancelled && can(access, 'invitations.record-answer') ? paths.recordAnswer(event, guest) : '',
    letter: !isCancelled && can(access, 'invitations.send') ? paths.formalLetter(event, guest) : '',
    badge:
      !isCancelled && can(access, 'badges.view')
        ? `${paths.badgesToPrint(event)}?who=guests&guests=${String(guest._id)}`
        : '',
    plan: isCancelled ? '' : `${paths.seating(event)}?who=${String(guest._id)}`,
    watch: !isCancelled && can(access, 'arrivals.watch') ? paths.watchGuest(event) : '',
    lift: paths.liftGuest(event, guest),
    seat: paths.seatGuest(event, guest),
    cancel: isCancelled ? '' : paths.cancelGuest(event, guest),
    restore: isCancelled ? paths.restoreGuest(event, guest) : '',
  };
}

/** Every spelling that somebody filled in, each once. */
function namesModel({ name }: Guest, locale: Locale): Panel['names'] {
  const filled = { vi: name.vi, en: name.latin, ru: name.ru?.family };
  return locales
    .filter((each) => filled[each])
    .map((each) => ({
      language: translate(locale, `common.language.${each}`),
      locale: each,
      name: displayName(name, each),
    }));
}

function stylesModel(guest: Guest, locale: Locale): Panel['styles'] {
  return locales.map((each) => ({
    language: translate(locale, `common.language.${each}`),
    locale: each,
    text: atStart(styleOfAddress(guest, each), each),
  }));
}

function rankModel({ guest, place, locale }: PanelFacts): Panel['rank'] {
  const { after, before } = place;
  const named = (person: Pick<Guest, 'name' | 'addressForm'>) => addressedName(person, locale);
  const onList = guest.state !== 'cancelled';
  return {
    place: onList ? translate(locale, 'guests.panel.place', { place: place.place, total: place.total }) : '',
    neighbours: [
      ...(after && onList ? [translate(locale, 'guests.panel.after', { name: named(after) })] : []),
      ...(before && onList ? [translate(locale, 'guests.panel.before', { name: named(before) })] : []),
    ],
    because: place.because.map((reason) => translateMessage(locale, reason)),
    isLifted: guest.lift !== null,
    places: String(guest.lift?.places ?? 1),
    reason: guest.lift?.reason ?? '',
  };
}

function factsModel({ access, guest, locale }: PanelFacts): Panel['facts'] {
  const isOffice = can(access, 'guests.view-contact-details');
  const facts = [
    { label: 'guests.form.position', text: inLocale(guest.position, locale) },
    { label: 'common.organisation', text: inLocale(guest.organisationName, locale) },
    { label: 'guests.form.delegation', text: guest.delegation },
    { label: 'guests.form.side', text: translate(locale, `states.side.${guest.side}`) },
    { label: 'guests.form.locale', text: translate(locale, `common.language.${guest.locale}`) },
    { label: 'guests.form.seat', text: seatIn(guest.seat, locale) },
    { label: 'secretaries.panel', text: isOffice ? secretaryText(guest) : '' },
    { label: 'guests.panel.code', text: isOffice ? spacedCode(guest.code) : '' },
    { label: 'guests.form.note', text: isOffice ? guest.note : '' },
  ] as const;
  return facts
    .filter(({ text }) => text !== '')
    .map(({ label, text }) => ({ label: translate(locale, label), text }));
}

function secretaryText({ secretary }: Guest): string {
  return secretary ? [secretary.name, secretary.phone, secretary.email].filter(Boolean).join(' · ') : '';
}

function contactModel({ email, phone, contact }: Guest): Panel['contact'] {
  return {
    email,
    mailto: email && `mailto:${email}`,
    phone,
    tel: phone && `tel:${phone.replace(/[^\d+]/g, '')}`,
    directory: contact ? paths.contact(contact) : '',
  };
}
