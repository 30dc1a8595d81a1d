import type { AgendaItem } from '../../../models/agenda.ts';
import type { Session } from '../../../models/event.ts';

/** When the parts of an event begin, as far as it is known. */
export interface EventTimes {
  days: readonly string[];
  startsAt: string;
  sessions: readonly Session[];
}

export interface ScheduledItem {
  item: AgendaItem;
  /** YYYY-MM-DD, empty while not known. */
  day: string;
  /** Minutes after midnight in the event's zone; null while the start is not known. */
  start: number | null;
  end: number | null;
  /** Minutes from the beginning of its part, for events without a known time. */
  offset: number;
  /** Minutes of free time before a pinned start; negative when the item before runs into it; null when not pinned. */
  slack: number | null;
}

export interface ScheduledPart {
  session: Session | null;
  day: string;
  items: ScheduledItem[];
}

/**
 * Computes the start of every item: each follows the one before, and a pinned start holds. Items are grouped by
 * session in the order of the sessions; an item of no session belongs to the first part.
 */
export function schedule(items: readonly AgendaItem[], times: EventTimes): ScheduledPart[] {
  const sessions: (Session | null)[] = times.sessions.length ? [...times.sessions] : [null];
  const known = new Set(times.sessions.map((session) => session.id));
  const first = sessions[0]?.id ?? '';
  return sessions.map((session) => {
    const own = items.filter(
      (item) => (known.has(item.session) ? item.session : first) === (session?.id ?? ''),
    );
    const day = session?.day || (times.days[0] ?? '');
    const start = minutesOf(session?.startsAt || times.startsAt);
    return { session, day, items: follow(own, { day, start }) };
  });
}

function follow(items: readonly AgendaItem[], from: { day: string; start: number | null }): ScheduledItem[] {
  let clock = from.start;
  let offset = 0;
  return items.map((item) => {
    const pinned = minutesOf(item.pinnedStart);
    const slack = pinned === null || clock === null ? null : pinned - clock;
    const start = pinned ?? clock;
    offset += Math.max(0, slack ?? 0);
    const scheduled = {
      item,
      day: from.day,
      start,
      end: start === null ? null : start + item.minutes,
      offset,
      slack,
    };
    offset += item.minutes;
    clock = scheduled.end;
    return scheduled;
  });
}

/** Minutes after midnight of an HH:MM; null when it is empty. */
export function minutesOf(time: string): number | null {
  const match = /^(\d{1,2}):(\d{2})$/.exec(time);
  return match ? Number(match[1]) * 60 + Number(match[2]) : null;
}

/** HH:MM of minutes after midnight; past midnight it begins again. */
export function timeOf(minutes: number): string {
  const wrapped = ((minutes % 1440) + 1440) % 1440;
  return `${String(Math.floor(wrapped / 60)).padStart(2, '0')}:${String(wrapped % 60).padStart(2, '0')}`;
}
