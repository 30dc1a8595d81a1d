import type { Conference } from '../../../models/event.ts';

/** `year-end-review-2019.2026-11-23.json`: which event, and how it was on that day. */
export function fileName({ slug, timeZone }: Pick<Conference, 'slug' | 'timeZone'>, at: Date): string {
  // Swedish writes dates as ISO 8601 does.
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone }).format(at);
  return `${slug}.${day}.json`;
}
