import type { Locale } from '../../../contract/locales.ts';
import type { Conference } from '../../../models/event.ts';
import type { Guest } from '../../../models/guest.ts';
import { formatTime } from '../../platform/i18n/format.ts';
import { translate } from '../../platform/i18n/translate.ts';
import type { Presence } from './presence.ts';

/** Since when somebody is here, who came instead, and how many came along; empty while they are not. */
export function arrivedText(
  { timeZone }: Pick<Conference, 'timeZone'>,
  { arrivedAt, presence }: Pick<Guest, 'arrivedAt'> & { presence: Presence | null },
  locale: Locale,
): string {
  if (!arrivedAt) return '';
  const time = formatTime(locale, arrivedAt, timeZone);
  const { substitute = '', companions = 0 } = presence ?? {};
  const arrived = substitute
    ? translate(locale, 'guests.substitute-arrived-at', { name: substitute, time })
    : translate(locale, 'guests.arrived-at', { time });
  if (companions === 0) return arrived;
  return translate(locale, 'guests.arrived-with', { arrived, count: companions });
}
