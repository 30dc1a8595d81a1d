import type { Access } from '../access/access.ts';
import { loadGuest } from '../guests/load-guest.ts';
import { seatGuest } from '../guests/seat-guest.ts';
import { loadSeating } from './load-seating.ts';
import { seatTexts } from './seat-texts.ts';

/** The list names another seat than the plan: writes into the list what the plan says. */
export async function followPlan(access: Access, id: string): Promise<void> {
  const guest = await loadGuest(access, id);
  const texts = seatTexts(await loadSeating(access.event), access.event.defaultLocale);
  const text = texts.get(String(guest._id)) ?? '';
  if (text !== guest.seat) await seatGuest(access, id, text);
}
