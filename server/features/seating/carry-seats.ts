import { z } from 'zod';
import { type Conference, Events } from '../../../models/event.ts';
import type { Effect } from '../../../models/fields/effects.ts';
import { writeSeats } from '../guests/write-seats.ts';
import { loadSeating } from './load-seating.ts';
import { seatTexts } from './seat-texts.ts';

const Seated = z.object({ event: z.string(), guests: z.array(z.string()) });

/**
 * Carries out `seats` effects: writes onto each guest the name of the seat. It reads the plan again instead of trusting
 * the effect, so repeats and late effects all end in the same truth.
 */
export async function carrySeats(effects: readonly Effect[]): Promise<void> {
  const concerned = new Map<string, Set<string>>();
  for (const { data } of effects) {
    const { event, guests } = Seated.parse(data);
    concerned.set(event, new Set([...(concerned.get(event) ?? []), ...guests]));
  }
  for (const [id, guests] of concerned) {
    const event = await Events.findById(id, { defaultLocale: 1 }).lean<
      Pick<Conference, '_id' | 'defaultLocale'>
    >();
    if (!event) continue;
    const texts = seatTexts(await loadSeating(event), event.defaultLocale);
    await writeSeats(event, new Map([...guests].map((guest) => [guest, texts.get(guest) ?? ''])));
  }
}
