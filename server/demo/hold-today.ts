import type { EventFile } from '../features/exchange/format.ts';
import { localTimeIn } from '../platform/zoned-time.ts';
import { now } from '../platform/clock.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** The same event, beginning today: links to an event of years ago have expired, and its doors are closed. */
export function holdToday(file: EventFile): EventFile {
  const first = file.event.days[0];
  if (!first) return file;
  const today = localTimeIn(file.event.timeZone, now()).slice(0, 10);
  const shift = Date.parse(today) - Date.parse(first);
  const move = (day: string): string =>
    day && new Date(Math.round((Date.parse(day) + shift) / DAY_MS) * DAY_MS).toISOString().slice(0, 10);
  const { days, sessions, ...event } = file.event;
  return {
    ...file,
    event: {
      ...event,
      days: days.map(move),
      sessions: sessions.map((session) => ({ ...session, day: move(session.day) })),
    },
  };
}
