import { inLocale } from '../../../contract/localised.ts';
import type { Locale } from '../../../contract/locales.ts';
import type { Conference } from '../../../models/event.ts';
import { formatDate, formatDateRangeInFull, formatTime, formatZone } from '../../platform/i18n/format.ts';
import { translate } from '../../platform/i18n/translate.ts';
import { instantIn } from '../../platform/zoned-time.ts';

/** The facts of an event as a letter or an invitation writes them; empty where nothing is known. */
export interface EventLines {
  title: string;
  motto: string;
  host: string;
  parent: string;
  /** Day and time in one line; empty while the date is not known. */
  when: string;
  day: string;
  time: string;
  where: string;
  venue: string;
  address: string;
  map: string;
  dressCode: string;
  replyBy: string;
  inviter: { name: string; position: string };
  contact: { name: string; phone: string; tel: string; email: string };
}

export function eventLines(event: Conference, locale: Locale): EventLines {
  const { venue, contact } = event;
  const day = event.days.length > 0 ? formatDateRangeInFull(locale, event.days) : '';
  const time = timeLine(event, locale);
  const place = [venue?.room, venue?.name].map((part) => inLocale(part ?? {}, locale));
  const address = [venue?.address, venue?.city].map((part) => inLocale(part ?? {}, locale));
  return {
    title: inLocale(event.title, locale),
    motto: inLocale(event.motto, locale),
    host: inLocale(event.host.name, locale),
    parent: inLocale(event.host.parent, locale),
    when: day && time ? translate(locale, 'invitations.when', { day, time }) : day,
    day,
    time,
    where: joined([...place, ...address]),
    venue: joined(place),
    address: joined(address),
    map: venue?.mapUrl ?? '',
    dressCode: inLocale(event.dressCode, locale),
    replyBy: replyByLine(event, locale),
    inviter: { name: event.inviter.name, position: inLocale(event.inviter.position, locale) },
    contact: { ...contact, tel: contact.phone.replaceAll(/[^+\d]/g, '') },
  };
}

/** Fits after “by”, “trước” and “до”: a weekday would have to be inflected. */
function replyByLine({ replyBy, timeZone }: Conference, locale: Locale): string {
  if (!replyBy) return '';
  const [time, date] = [formatTime(locale, replyBy, timeZone), formatDate(locale, replyBy, timeZone, 'long')];
  return translate(locale, 'invitations.reply-by', { time, date });
}

/** A clock time with its zone, because guests travel; a part of the day without. */
function timeLine({ days, endsAt, partOfDay, timeZone, ...event }: Conference, locale: Locale): string {
  // An event of sessions begins with the first of them, whether or not its own start was entered too.
  const startsAt = event.startsAt || firstSessionStart(event.sessions, days[0]);
  const [first] = days;
  if (!startsAt) return partOfDay ? translate(locale, `common.${partOfDay}`) : '';
  const time = endsAt ? translate(locale, 'common.time-range', { from: startsAt, to: endsAt }) : startsAt;
  if (!first) return time;
  const zone = formatZone(locale, timeZone, instantIn(timeZone, `${first}T${startsAt}`));
  return translate(locale, 'invitations.time-in-zone', { time, zone });
}

function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(', ');
}

function firstSessionStart(sessions: Conference['sessions'], day: string | undefined): string {
  const starts = sessions.filter((session) => session.day === day).map(({ startsAt }) => startsAt);
  return starts.filter((start) => start !== '').sort()[0] ?? '';
}
