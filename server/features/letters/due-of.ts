import type { MomentAnchor } from '../../../contract/letters.ts';
import type { Conference } from '../../../models/event.ts';
import type { Moment } from '../../../models/wave.ts';
import { daysLater, instantIn } from '../../platform/zoned-time.ts';

export type Dated = Pick<
  Conference,
  'days' | 'startsAt' | 'endsAt' | 'timeZone' | 'replyBy' | 'sessions' | 'partOfDay'
>;

const HOUR = 60 * 60 * 1000;
/** Of an event whose hours are not settled: letters go out in the office's morning. */
const usualStart = '08:00';
const usualEnd = '17:00';

/** When a wave is due; null while the event has no date to count from. `now` means at once. */
export function dueOf({ how, at, amount, unit, of }: Moment, event: Dated, now: Date): Date | null {
  if (how === 'now') return now;
  if (how === 'at') return at;
  const from = anchorOf(of, event);
  if (!from) return null;
  const distance = how === 'before' ? -amount : amount;
  if (unit === 'days') return daysLater(event.timeZone, from, distance);
  return new Date(from.getTime() + distance * HOUR);
}

/** The moment that days and hours are counted from. */
export function anchorOf(of: MomentAnchor, event: Dated): Date | null {
  if (of === 'reply-by') return event.replyBy;
  const { days, timeZone } = event;
  const day = of === 'start' ? days[0] : days.at(-1);
  if (!day) return null;
  const time = of === 'start' ? event.startsAt || firstStart(event, day) : event.endsAt || usualEnd;
  return instantIn(timeZone, `${day}T${time}`);
}

function firstStart({ sessions }: Dated, day: string): string {
  const starts = sessions.filter((session) => session.day === day && session.startsAt !== '');
  return starts.map(({ startsAt }) => startsAt).toSorted()[0] ?? usualStart;
}
