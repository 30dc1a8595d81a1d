import type { Conference } from '../../../models/event.ts';
import { searchWords } from '../../platform/text.ts';

export type EventFacts = Pick<Conference, 'slug' | 'title' | 'motto'> & {
  host: Pick<Conference['host'], 'name' | 'short'>;
  venue: Pick<NonNullable<Conference['venue']>, 'name' | 'city'> | null;
};

/** What is computed of an event. The only place that does so: whoever writes one writes this with it. */
export function eventRecord(facts: EventFacts): Pick<Conference, 'words'> {
  const { title, motto, host, venue, slug } = facts;
  const texts = [title, motto, host.name, host.short, venue?.name ?? {}, venue?.city ?? {}];
  return { words: searchWords(...texts.flatMap(({ vi, en, ru }) => [vi, en, ru]), slug) };
}
