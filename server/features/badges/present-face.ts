import type { BadgeFace } from '../../../contract/badge/boxes.ts';
import type { BadgeDesign, BadgeField } from '../../../contract/badge/design.ts';
import { inLocale } from '../../../contract/localised.ts';
import type { Locale } from '../../../contract/locales.ts';
import type { BadgeLogo } from '../../../models/badge-design.ts';
import type { Conference } from '../../../models/event.ts';
import { spacedCode } from '../../platform/codes.ts';
import { formatDateRange } from '../../platform/i18n/format.ts';
import { translate } from '../../platform/i18n/translate.ts';
import { fold } from '../../platform/text.ts';
import { displayName, readPersonName } from '../directory/person-name.ts';
import { sentInstead } from '../events/stand-ins.ts';
import { seatIn } from '../guests/seat-text.ts';
import type { BadgeGuest } from './badge-guests.ts';

export interface FaceFacts {
  event: Conference;
  design: BadgeDesign;
  logo: Pick<BadgeLogo, 'width' | 'height'> | null;
  /** Who came in the guest's place, as it was said at the door; empty when nobody did. */
  instead: string;
}

/** What a guest's badge says, in the guest's language. Whoever comes instead has their own name on it. */
export function badgeFace({ event, design, logo, instead }: FaceFacts, guest: BadgeGuest): BadgeFace {
  const { locale } = guest;
  const when = (field: BadgeField, text: string) => (design.fields.includes(field) ? text : '');
  const substitute = instead || sentInstead(guest);
  const person = substitute ? readPersonName(substitute) : guest.name;
  const category = event.categories.find(({ id }) => id === guest.category);
  return {
    name: displayName(person, locale),
    otherName: design.names === 'both' ? otherName(person, [locale, event.defaultLocale]) : '',
    position: when('position', substitute ? '' : inLocale(guest.position, locale)),
    unit: when('unit', inLocale(guest.organisationName, locale)),
    category: inLocale(category?.title, locale),
    tone: category?.tone ?? '',
    seat: when('seat', seatIn(guest.seat, locale)),
    code: when('code', spacedCode(guest.code)),
    event: when('event', inLocale(event.title, locale)),
    date: when('date', event.days.length > 0 ? formatDateRange(locale, event.days) : ''),
    logo: logo && design.fields.includes('logo') ? logo.width / logo.height : null,
  };
}

/** The side that is worn inwards: where the programme is. */
export function backFace({ event }: Pick<FaceFacts, 'event'>, locale: Locale): BadgeFace {
  return {
    name: translate(locale, 'badges.back.programme-title'),
    otherName: '',
    position: inLocale(event.title, locale),
    unit: '',
    category: '',
    tone: '',
    seat: '',
    code: '',
    event: '',
    date: '',
    logo: null,
  };
}

/** The name as others in the hall read it; empty when it is the same, or the same without its accents. */
function otherName(name: BadgeGuest['name'], [own, house]: readonly [Locale, Locale]): string {
  const first = displayName(name, own);
  const others = [house, 'en' as const, 'vi' as const, 'ru' as const].filter((locale) => locale !== own);
  return others.map((locale) => displayName(name, locale)).find((other) => fold(other) !== fold(first)) ?? '';
}
