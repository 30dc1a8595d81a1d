import { inLocale } from '../../../contract/localised.ts';
import type { Locale } from '../../../contract/locales.ts';
import type { Session } from '../../../models/event.ts';
import { paths } from '../../paths.ts';
import { formatDateRangeInFull, formatDay, formatZone } from '../../platform/i18n/format.ts';
import { translate } from '../../platform/i18n/translate.ts';
import type { ViewModel } from '../../platform/views/view-set.ts';
import { instantIn } from '../../platform/zoned-time.ts';
import { atStart } from '../directory/style-of-address.ts';
import { timeText, venueLines } from './present.ts';
import type { PublicEvent } from './public-event.ts';
import type { views } from './views.ts';

type Public = ViewModel<typeof views, 'events/public'>;

export function publicModel(
  locale: Locale,
  event: PublicEvent,
  parts: { hasProgramme: boolean; hasRecap: boolean },
): Public {
  const isOver = event.state === 'closed' || event.state === 'archived';
  const where = venueLines(locale, event.venue);
  return {
    host: inLocale(event.host.name, locale),
    parent: inLocale(event.host.parent, locale),
    title: inLocale(event.title, locale),
    motto: inLocale(event.motto, locale),
    notice: isOver ? translate(locale, 'events.public.over') : '',
    isLive: event.state === 'live',
    when: longWhen(locale, event),
    zone: zoneOf(locale, event),
    where: where.length > 0 ? where : [translate(locale, 'common.place-unknown')],
    map: event.venue?.mapUrl || null,
    dressCode: inLocale(event.dressCode, locale),
    sessions: event.sessions.map((session) => sessionLine(locale, session)),
    summary: inLocale(event.summary, locale).split(/\n+/).filter(Boolean),
    contact: contactOf(event),
    calendar: event.days.length > 0 && !isOver ? paths.publicCalendar(event) : null,
    programme: parts.hasProgramme ? paths.publicProgramme(event) : null,
    recap: parts.hasRecap ? paths.publicRecap(event) : null,
    byInvitation: !isOver,
  };
}

function longWhen(locale: Locale, event: PublicEvent): string {
  const date = formatDateRangeInFull(locale, event.days);
  const time = event.days.length > 0 ? timeText(locale, event) : '';
  return atStart(time ? translate(locale, 'events.when-time', { date, time }) : date, locale);
}

/** A clock time needs its zone; a day alone does not. */
function zoneOf(locale: Locale, { days, startsAt, timeZone }: PublicEvent): string {
  const [first] = days;
  return first && startsAt ? formatZone(locale, timeZone, instantIn(timeZone, `${first}T${startsAt}`)) : '';
}

function sessionLine(locale: Locale, session: Session): Public['sessions'][number] {
  const day = session.day ? atStart(formatDay(locale, session.day), locale) : '';
  const time = timeText(locale, { ...session, partOfDay: '' });
  return {
    title: inLocale(session.title, locale),
    when: [day, time].filter(Boolean).join(', '),
    room: session.room,
  };
}

function contactOf({ contact }: PublicEvent): Public['contact'] {
  if (!contact.name && !contact.email && !contact.phone) return null;
  const { name, email, phone } = contact;
  return { name, email, phone, tel: phone.replaceAll(/[^+\d]/g, '') };
}
