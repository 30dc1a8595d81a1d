import { locales } from '../../../contract/locales.ts';
import { fold } from '../../platform/text.ts';
import { seatText } from '../guests/seat-text.ts';
import type { PlanSeat } from './lay-out.ts';

/** Finds seats however they are written down: in any language, with whatever dashes, spaces and capitals. */
export function seatsByName(seats: readonly PlanSeat[]): (text: string) => PlanSeat | null {
  const called = new Map<string, PlanSeat>();
  for (const seat of seats) for (const name of namesOf(seat)) called.set(name, seat);
  return (text) => called.get(spelling(text)) ?? null;
}

/** Whether the text is the seat's name as the plan itself writes it. */
export function isWritten({ place }: PlanSeat, text: string): boolean {
  return locales.some((locale) => seatText(place, locale) === text);
}

function namesOf({ place }: PlanSeat): string[] {
  return [...new Set(locales.map((locale) => spelling(seatText(place, locale))))];
}

function spelling(text: string): string {
  return fold(text).replaceAll(' ', '');
}
