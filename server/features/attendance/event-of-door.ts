import type { Door } from '../../../models/door.ts';
import { type Conference, Events } from '../../../models/event.ts';

export async function eventOfDoor({ event }: Pick<Door, 'event'>): Promise<Pick<Conference, 'slug'> | null> {
  return Events.findOne({ _id: event }, { slug: 1 }).lean<Pick<Conference, 'slug'>>();
}
