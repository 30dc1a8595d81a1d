import { seatTexts } from '../seating/seat-texts.ts';
import type { EventFile } from './format.ts';

/** The names of the seats that guests have by the plan of the hall, by the guests' refs. */
export function planSeats({
  event,
  seating,
}: Pick<EventFile, 'event' | 'seating'>): ReadonlyMap<string, string> {
  if (!seating || seating.seats.length === 0) return new Map();
  const areas = seating.areas.map(({ ref, ...area }) => ({ id: ref, ...area }));
  const own = seating.seats.filter(({ companion }) => companion === 0);
  const seats = Object.fromEntries(own.map(({ seat, guest }) => [seat, guest]));
  return seatTexts({ areas, seats }, event.defaultLocale);
}
