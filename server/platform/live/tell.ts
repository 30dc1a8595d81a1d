import type { NewsName, NewsItem, NewsPayload } from '../../../contract/live/index.ts';
import { publish } from './stream.ts';

/** Tells a room, or several, what has happened. Call it after the write is acknowledged and the caller answered. */
export function tell<N extends NewsName>(
  room: string | readonly string[],
  name: N,
  payload: NewsPayload<N>,
): void {
  const item = [name, payload] as unknown as NewsItem;
  for (const each of typeof room === 'string' ? [room] : room) publish(each, item);
}
