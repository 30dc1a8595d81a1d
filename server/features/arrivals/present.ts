import type { z } from 'zod';
import { inLocale } from '../../../contract/localised.ts';
import type { Locale } from '../../../contract/locales.ts';
import type { Guest } from '../../../models/guest.ts';
import { paths } from '../../paths.ts';
import { formatPercent } from '../../platform/i18n/format.ts';
import { translate } from '../../platform/i18n/translate.ts';
import { type Access, can } from '../access/access.ts';
import type { ArrivedGuest } from '../attendance/check-ins.ts';
import { displayName } from '../directory/person-name.ts';
import { officeIn } from '../directory/style-of-address.ts';
import { sentInstead } from '../events/stand-ins.ts';
import type { Board } from './board.ts';
import { type Breakdown, breakdowns, type Part } from './breakdown.ts';
import type { Missing } from './missing.ts';
import type { BreakdownModel, FiguresModel, LatestModel, MissingModel } from './views.ts';

export interface Reading {
  access: Access;
  locale: Locale;
}

/** Where a part of the board asks for itself again. */
export function partOf({ event }: Access, part: string, by?: Breakdown): string {
  return `${paths.attendance(event)}?part=${part}${by ? `&by=${by}` : ''}`;
}

export function figuresModel(
  { count, quorum }: Board,
  { access, locale }: Reading,
): z.input<typeof FiguresModel> {
  const said = quorum && {
    title: translate(locale, quorum.isReached ? 'statements.quorum.reached' : 'statements.quorum.open'),
    text: translate(locale, 'statements.quorum.text', {
      present: quorum.present,
      summoned: quorum.summoned,
      needed: quorum.needed,
      missing: Math.max(0, quorum.needed - quorum.present),
    }),
    tone: quorum.isReached ? 'present' : 'waiting',
    icon: quorum.isReached ? 'circle-check' : 'hourglass',
  };
  const most = Math.max(1, count.present, count.expected);
  const along =
    count.companions > 0 ? translate(locale, 'attendance.along', { count: count.companions }) : '';
  return { source: partOf(access, 'figures'), count, along, most, quorum: said };
}

export function breakdownModel(
  parts: readonly Part[],
  by: Breakdown,
  { access, locale }: Reading,
): z.input<typeof BreakdownModel> {
  const most = Math.max(1, ...parts.map(({ present }) => present));
  return {
    source: partOf(access, 'breakdown', by),
    tabs: breakdowns.map((each) => ({
      href: `${paths.attendance(access.event)}?by=${each}#breakdown`,
      label: translate(locale, `arrivals.by.${each}`),
      current: each === by,
    })),
    isEmpty: parts.length === 0,
    parts: parts.map(({ name, present, expected }) => ({
      label: (typeof name === 'string' ? name : inLocale(name, locale)) || nameless(by, locale),
      text: expected === null ? String(present) : `${present} / ${expected}`,
      value: present,
      max: Math.max(1, expected ?? most),
      share: expected ? formatPercent(locale, present / expected, 0) : '',
    })),
  };
}

function nameless(by: Breakdown, locale: Locale): string {
  if (by === 'unit') return translate(locale, 'attendance.no-unit');
  return translate(locale, by === 'gate' ? 'arrivals.office' : 'arrivals.no-category');
}

export function latestModel(
  arrived: readonly ArrivedGuest[],
  { access, locale }: Reading,
): z.input<typeof LatestModel> {
  // The notes about guests are for the organisers.
  const readsNotes = can(access, 'guests.view-contact-details');
  return {
    source: partOf(access, 'arrivals'),
    isEmpty: arrived.length === 0,
    arrivals: arrived.map(({ guest, admission }) => {
      const declined = guest.standing === 'declined' ? translate(locale, 'attendance.had-declined') : '';
      const note = [declined, readsNotes ? guest.note : ''].filter((each) => each !== '').join(' ');
      const where = admission.door.name || admission.by;
      return {
        id: String(guest._id),
        at: admission.at,
        note,
        where,
        ...who(guest, admission.substitute, locale),
      };
    }),
  };
}

/** The person who came: the guest, or the one who came in their place. */
function who(guest: Guest, substitute: string, locale: Locale): { name: string; detail: string } {
  const name = displayName(guest.name, locale);
  const { standsFor } = guest;
  if (substitute) return { name: substitute, detail: translate(locale, 'attendance.in-place-of', { name }) };
  if (!standsFor) return { name, detail: officeIn(guest, locale) };
  return {
    name,
    detail: translate(locale, 'attendance.in-place-of', { name: displayName(standsFor.name, locale) }),
  };
}

export function missingModel(
  { guests, count }: Missing,
  { access, locale }: Reading,
): z.input<typeof MissingModel> {
  const rest = count - guests.length;
  const canWatch = can(access, 'arrivals.watch');
  return {
    source: partOf(access, 'missing'),
    isEmpty: count === 0,
    count,
    more: rest > 0 ? translate(locale, 'attendance.missing-more', { count: rest }) : '',
    guests: guests.map((guest) => {
      const name = displayName(guest.name, locale);
      const instead = sentInstead(guest);
      return {
        id: String(guest._id),
        name,
        detail: officeIn(guest, locale),
        note: instead && translate(locale, 'attendance.substitute-comes', { name: instead }),
        isWatched: guest.isWatched,
        watch: canWatch && !guest.isWatched ? paths.watchGuest(access.event) : '',
        watchLabel: translate(locale, 'arrivals.watch-named', { name }),
      };
    }),
  };
}
