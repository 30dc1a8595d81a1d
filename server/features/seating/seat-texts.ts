import type { Locale } from '../../../contract/locales.ts';
import type { Seating } from '../../../models/seating.ts';
import { seatText } from '../guests/seat-text.ts';
import { layOut, seatsOf } from './lay-out.ts';

/** Occupant → the name of the seat; who sits where no seat is any more is not in it. */
export function seatTexts(
  { areas, seats }: Pick<Seating, 'areas' | 'seats'>,
  locale: Locale,
): Map<string, string> {
  const taken = seatsOf(layOut(areas)).flatMap(({ key, place }) => {
    const who = seats[key];
    return who === undefined ? [] : [[who, seatText(place, locale)] as const];
  });
  return new Map(taken);
}
