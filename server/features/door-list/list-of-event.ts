import type { Conference } from '../../../models/event.ts';
import { now } from '../../platform/clock.ts';
import { hasLostGuests, type LiveList, readList, refreshList } from './live-list.ts';

type Event = Pick<Conference, '_id' | 'shortId' | 'defaultLocale'>;

/** Many devices ask within a moment, and one look at the database serves them all. */
const LOOK_EVERY_MS = 300;
const COUNT_EVERY_MS = 60_000;
const FORGET_AFTER_MS = 30 * 60_000;

interface Entry {
  list: Promise<LiveList>;
  /** The look that is under way, for everybody who asks meanwhile. */
  looking?: Promise<LiveList> | undefined;
  counted: number;
  used: number;
}

const entries = new Map<string, Entry>();

/** What devices are told of this event, as it is now or was less than a moment ago. */
export async function listOfEvent(event: Event): Promise<LiveList> {
  forgetUnused();
  const key = `${String(event._id)}:${event.defaultLocale}`;
  const present = now().getTime();
  const entry = entries.get(key) ?? keep(key, { list: readList(event), counted: present, used: present });
  entry.used = present;
  const list = await entry.list;
  if (Math.abs(now().getTime() - list.asOf) < LOOK_EVERY_MS) return list;
  entry.looking ??= look(key, entry, event).finally(() => (entry.looking = undefined));
  return entry.looking;
}

async function look(key: string, entry: Entry, event: Event): Promise<LiveList> {
  try {
    const list = await broughtUpToDate(await entry.list, event, entry);
    entry.list = Promise.resolve(list);
    return list;
  } catch (error) {
    // Whoever asks next begins anew.
    entries.delete(key);
    throw error;
  }
}

async function broughtUpToDate(list: LiveList, event: Event, entry: Entry): Promise<LiveList> {
  const present = now().getTime();
  if (Math.abs(present - entry.counted) > COUNT_EVERY_MS) {
    entry.counted = present;
    if (await hasLostGuests(list, event)) return readList(event);
  }
  await refreshList(list, event);
  return list;
}

function keep(key: string, entry: Entry): Entry {
  entries.set(key, entry);
  entry.list.catch(() => entries.delete(key));
  return entry;
}

function forgetUnused(): void {
  const limit = now().getTime() - FORGET_AFTER_MS;
  for (const [key, { used }] of entries) if (used < limit) entries.delete(key);
}
