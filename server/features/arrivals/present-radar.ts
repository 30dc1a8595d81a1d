import type { z } from 'zod';
import type { RadarStatus } from '../../../contract/radar.ts';
import { paths } from '../../paths.ts';
import { formatTime } from '../../platform/i18n/format.ts';
import { translate } from '../../platform/i18n/translate.ts';
import { displayName } from '../directory/person-name.ts';
import { officeIn } from '../directory/style-of-address.ts';
import { seatIn } from '../guests/seat-text.ts';
import { partOf, type Reading } from './present.ts';
import type { WatchedGuest } from './radar.ts';
import type { RadarModel } from './views.ts';

type Model = z.input<typeof RadarModel>;

export const looks: Readonly<Record<RadarStatus, { tone: string; icon: string }>> = {
  expected: { tone: '', icon: 'circle-dashed' },
  'on-the-way': { tone: 'live', icon: 'send' },
  'at-the-gate': { tone: 'waiting', icon: 'door-open' },
  'vip-room': { tone: 'attention', icon: 'armchair' },
  'in-the-hall': { tone: 'present', icon: 'user-check' },
  left: { tone: '', icon: 'log-out' },
};

export function radarModel(watched: readonly WatchedGuest[], reading: Reading): Model {
  return {
    source: partOf(reading.access, 'radar'),
    page: paths.radar(reading.access.event),
    guests: watched.map((each) => watchedModel(each, reading)),
  };
}

/** One watched guest in words. The moment is the escort's, or the door's for whoever came in. */
export function watchedModel(
  { guest, substitute, status, step, escort }: WatchedGuest,
  { access: { event }, locale }: Reading,
): Model['guests'][number] {
  const at = step?.at ?? (status === 'in-the-hall' ? guest.arrivedAt : null);
  const name = displayName(guest.name, locale);
  return {
    id: String(guest._id),
    name: substitute ? translate(locale, 'arrivals.in-place-of', { substitute, name }) : name,
    office: officeIn(guest, locale),
    seat: guest.seat ? seatIn(guest.seat, locale) : '',
    href: paths.guest(event, guest),
    status: translate(locale, `arrivals.status.${status}`),
    ...looks[status],
    clock: at ? formatTime(locale, at, event.timeZone) : '',
    note: step?.note ?? '',
    by: step?.by ?? '',
    escort: escort?.name ?? '',
  };
}
