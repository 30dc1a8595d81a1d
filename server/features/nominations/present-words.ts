import { inLocale } from '../../../contract/localised.ts';
import type { Locale } from '../../../contract/locales.ts';
import type { Conference } from '../../../models/event.ts';
import type { Nomination, Nominee } from '../../../models/nomination.ts';
import { formatDate } from '../../platform/i18n/format.ts';
import { translate } from '../../platform/i18n/translate.ts';
import { addressedName, atStart } from '../directory/style-of-address.ts';

/** The day of the deadline; its hour is the end of the day. */
export function deadlineText(locale: Locale, deadline: Date, timeZone: string): string {
  return formatDate(locale, deadline, timeZone);
}

/** "Ông Trần Trung Thành": how the person was named. */
export function nomineeName(locale: Locale, nominee: Pick<Nominee, 'name' | 'addressForm'>): string {
  return atStart(addressedName(nominee, locale), locale);
}

export function officeText({ position, office }: Pick<Nominee, 'position' | 'office'>): string {
  return [position, office].filter((part) => part !== '').join(', ');
}

/** What is asked for beside the number, in the reader's words. */
export function wishesOf(
  locale: Locale,
  event: Pick<Conference, 'categories'>,
  { category, position, note }: Pick<Nomination, 'category' | 'position' | 'note'>,
): { label: string; text: string }[] {
  const called = event.categories.find(({ id }) => id === category)?.title ?? {};
  return [
    { label: translate(locale, 'nominations.field.category'), text: inLocale(called, locale) },
    { label: translate(locale, 'nominations.wish.position'), text: position },
    { label: translate(locale, 'nominations.wish.note'), text: note },
  ].filter(({ text }) => text !== '');
}
