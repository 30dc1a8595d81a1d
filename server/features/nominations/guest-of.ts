import { inLocale } from '../../../contract/localised.ts';
import type { Locale } from '../../../contract/locales.ts';
import type { Conference } from '../../../models/event.ts';
import type { Nomination, Nominee } from '../../../models/nomination.ts';
import type { NewGuestInput } from '../guests/input.ts';

/** The guest who comes of a nominee: as if somebody had typed them in, with what their unit was asked for. */
export function guestOf(
  event: Pick<Conference, 'categories'>,
  nomination: Pick<Nomination, 'organisation' | 'name' | 'category' | 'side' | 'asDelegation' | 'locale'>,
  nominee: Nominee,
): NewGuestInput {
  const { organisation, name, category, side, asDelegation } = nomination;
  const locale = languageOf(nominee, nomination.locale);
  return {
    id: nominee.id,
    name: nominee.name,
    addressForm: nominee.addressForm,
    position: { [locale]: officeOf(nominee) },
    organisation: organisation ? String(organisation) : '',
    organisationName: organisation ? {} : name,
    email: nominee.email,
    phone: nominee.phone,
    locale,
    // A category that has been taken off the event meanwhile is none.
    category: event.categories.some(({ id }) => id === category) ? category : '',
    side,
    delegation: asDelegation ? inLocale(name, 'vi') : '',
    note: nominee.needs,
    headOfDelegation: false,
    pronunciation: '',
    nationality: '',
    // Read from the position and the directory.
    tiers: [],
    organisationTier: null,
    seniority: 0,
    seat: '',
  };
}

function officeOf({ position, office }: Nominee): string {
  return [position, office]
    .filter((part) => part !== '')
    .join(', ')
    .slice(0, 200);
}

/** A name in Cyrillic is written to in Russian; otherwise in the language of the unit. */
function languageOf({ name }: Nominee, unit: Locale): Locale {
  if (name.ru) return 'ru';
  return name.vi ? 'vi' : unit;
}
