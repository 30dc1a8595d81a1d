import { inLocale } from '../../../contract/localised.ts';
import { type Locale, locales } from '../../../contract/locales.ts';
import type { PersonName } from '../../../contract/person.ts';
import type { GuestStanding } from '../../../contract/states.ts';
import type { Conference } from '../../../models/event.ts';
import { translate } from '../../platform/i18n/translate.ts';
import { fold } from '../../platform/text.ts';
import { displayName } from '../directory/person-name.ts';

export interface Badge {
  label: string;
  tone: string;
  icon: string;
}

export interface Option {
  value: string;
  label: string;
  selected: boolean;
}

const looks: Readonly<Record<GuestStanding, Omit<Badge, 'label'>>> = {
  'not-invited': { tone: '', icon: 'circle-dashed' },
  'no-answer': { tone: 'waiting', icon: 'hourglass' },
  attending: { tone: 'present', icon: 'check' },
  tentative: { tone: 'waiting', icon: 'circle-question-mark' },
  substitute: { tone: 'attention', icon: 'replace' },
  declined: { tone: 'refused', icon: 'x' },
  cancelled: { tone: '', icon: 'ban' },
};

export function standingBadge(standing: GuestStanding, locale: Locale): Badge {
  return { label: translate(locale, `guests.standing.${standing}`), ...looks[standing] };
}

export function categoryBadge(
  event: Pick<Conference, 'categories'>,
  id: string,
  locale: Locale,
): Badge | null {
  const category = event.categories.find((each) => each.id === id);
  return category ? { label: inLocale(category.title, locale), tone: category.tone, icon: '' } : null;
}

export function categoryOptions(
  event: Pick<Conference, 'categories'>,
  chosen: string,
  locale: Locale,
): Option[] {
  return event.categories
    .toSorted((a, b) => a.order - b.order)
    .map(({ id, title }) => ({ value: id, label: inLocale(title, locale), selected: id === chosen }));
}

/** The name as others write it. Vietnamese readers need no copy of a name without its marks. */
export function otherName(name: PersonName, locale: Locale): string {
  const own = displayName(name, locale);
  const other = displayName(name, locale !== 'vi' ? 'vi' : name.ru?.patronymic ? 'ru' : 'en');
  const same = locale === 'vi' ? fold(other) === fold(own) : other === own;
  return same ? '' : other;
}

export function languageOptions(chosen: string, locale: Locale): Option[] {
  return locales.map((each) => ({
    value: each,
    label: translate(locale, `common.language.${each}`),
    selected: each === chosen,
  }));
}
