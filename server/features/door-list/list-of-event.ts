import { setTimeout as pause } from 'node:timers/promises';
import type { Conference } from '../../../models/event.ts';
import { now } from '../../platform/clock.ts';
import { hasLostGuests, type LiveList, readList, refreshList } from './live-list.ts';

type Event = Pick<Conference, '_id' | 'shortId' | 'defaultLocale'>;

/** Many devices ask within a moment, and one look at the database serves them all. */
const LOOK_EVERY_MS = 300;
const COUNT_EVERY_MS = 60_000;
const FORGET_AFTER_MS = 30 * 60_000;

interface Entry {
  /** What the last look finds. */
  list: Promise<LiveList>;
  /** When it began, by a clock that nobody sets. */
  began: number;
  /** A look that has not begun, for everybody who asks meanwhile. */
  next?: Promise<LiveList> | undefined;
  counted: number;
  used: number;
}

const entries = new Map<string, Entry>();

/**
 * What devices are told of this event, as it is when they ask: whoever has just heard that something happened must not
 * be given what was read before. Right after a look the next one waits a moment, for everybody who asks meanwhile.
 */
export async function listOfEvent(event: Event): Promise<LiveList> {
  forgetUnused();
  const asked = performance.now();
  const present = now().getTime();
  const key = `${String(event._id)}:${event.defaultLocale}`;
  const entry = entries.get(key) ?? keep(key, event, present);
  entry.used = present;
  if (entry.began >= asked) return entry.list;
  entry.next ??= look(key, entry, event);
  return entry.next;
}

async function look(key: string, entry: Entry, event: Event): Promise<LiveList> {
  try {
    const list = await entry.list;
    await pause(Math.max(0, entry.began + LOOK_EVERY_MS - performance.now()));
    entry.next = undefined;
    entry.began = performance.now();
    entry.list = broughtUpToDate(list, event, entry);
    return await entry.list;
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

function keep(key: string, event: Event, present: number): Entry {
  const began = performance.now();
  const entry: Entry = { list: readList(event), began, counted: present, used: present };
  entries.set(key, entry);
  entry.list.catch(() => entries.delete(key));
  return entry;
}

function forgetUnused(): void {
  const limit = now().getTime() - FORGET_AFTER_MS;
  for (const [key, { used }] of entries) if (used < limit) entries.delete(key);
}
