import type { Conference } from '../../../models/event.ts';
import { tell } from '../../platform/live/tell.ts';
import { rooms } from '../access/rooms.ts';

/** Whoever sees designs or print jobs fetches them again; print stations listen in the room of the doors. */
export function tellBadges(event: Pick<Conference, '_id'>): void {
  tell([rooms.desk(event), rooms.screen(event)], 'page:stale', 'badges');
}
