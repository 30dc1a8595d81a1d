import type { Locale } from '../../../contract/locales.ts';
import type { GuestStanding } from '../../../contract/states.ts';
import type { Wave } from '../../../models/wave.ts';
import { inLocale } from '../../../contract/localised.ts';
import { paths } from '../../paths.ts';
import { spacedCode } from '../../platform/codes.ts';
import type { KeysetPage } from '../../platform/database/keyset.ts';
import { formatNumber } from '../../platform/i18n/format.ts';
import { translate } from '../../platform/i18n/translate.ts';
import type { ViewModel } from '../../platform/views/view-set.ts';
import type { Access } from '../access/access.ts';
import { displayName } from '../directory/person-name.ts';
import { addressedName, atStart, officeIn } from '../directory/style-of-address.ts';
import type { ExceptedGuest, ExceptionKind } from './exceptions.ts';
import type { ExceptionsQuery } from './input.ts';
import { addressOf } from './review-address.ts';
import type { SheetLine } from './sheet.ts';
import type { views } from './views.ts';

type People = ViewModel<typeof views, 'letters/exceptions'>;
type Sheet = ViewModel<typeof views, 'letters/sheet'>;

const tones: Readonly<Record<GuestStanding, string>> = {
  'not-invited': '',
  'no-answer': 'waiting',
  attending: 'present',
  tentative: 'waiting',
  substitute: 'attention',
  declined: 'refused',
  cancelled: '',
};

export interface PeopleFacts {
  query: ExceptionsQuery;
  why: ExceptionKind;
  found: KeysetPage<ExceptedGuest>;
}

export function peopleModel({ event }: Access, { query, why, found }: PeopleFacts, locale: Locale): People {
  const at = (after: string) => `${paths.waveExceptions(event)}?${addressOf(query, { why, after })}`;
  const isNoEmail = why === 'no-email' && query.kind === 'invitation';
  const byHand = { ...query, who: 'no-email' } as const;
  return {
    title: translate(locale, `letters.exception.${why}`, { count: found.rows.length }),
    back: `${paths.newWave(event)}?${addressOf(query)}`,
    byHand: isNoEmail ? `${paths.newWave(event)}?${addressOf(byHand, { channel: 'phone' })}` : '',
    guests: found.rows.map((guest) => ({
      href: paths.guest(event, guest),
      name: atStart(addressedName(guest, locale), locale),
      office: officeIn(guest, locale),
      standing: translate(locale, `states.standing.${guest.standing}`),
      tone: tones[guest.standing],
    })),
    previous: found.previous && at(found.previous),
    next: found.next && at(found.next),
  };
}

export interface SheetFacts {
  wave: Wave;
  found: KeysetPage<SheetLine>;
  /** How many stand on the pages before. */
  before: number;
}

export function sheetModel({ event }: Access, { wave, found, before }: SheetFacts, locale: Locale): Sheet {
  const page = `${paths.waveSheet(event, wave)}?${new URLSearchParams({
    after: found.next,
    before: String(before + found.rows.length),
  }).toString()}`;
  return {
    title: translate(locale, 'letters.sheet-title', {
      channel: translate(locale, `letters.channel.${wave.channel}`),
    }),
    event: inLocale(event.title, locale),
    back: paths.wave(event, wave),
    csv: paths.waveSheetCsv(event, wave),
    next: found.next && page,
    rows: found.rows.map((guest, index) => ({
      number: formatNumber(locale, before + index + 1),
      name: displayName(guest.name, locale),
      office: officeIn(guest, locale),
      phone: guest.phone,
      standing: translate(locale, `states.standing.${guest.standing}`),
      code: spacedCode(guest.code),
    })),
  };
}

/** The heading of the table to download, and a row of it. */
export function sheetHeading(locale: Locale): string[] {
  const keys = ['number', 'name', 'office', 'phone', 'email', 'standing', 'code', 'link', 'note'] as const;
  return keys.map((key) => translate(locale, `letters.sheet.${key}`));
}

export function sheetRow(guest: SheetLine, number: number, locale: Locale): string[] {
  return [
    String(number),
    displayName(guest.name, locale),
    officeIn(guest, locale),
    guest.phone,
    guest.email,
    translate(locale, `states.standing.${guest.standing}`),
    spacedCode(guest.code),
    guest.link,
    '',
  ];
}
