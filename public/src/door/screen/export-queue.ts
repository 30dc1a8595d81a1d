import { toBase64Url } from '../base64-url.ts';
import type { Desk } from '../desk.ts';
import { isSealed } from '../seal.ts';
import { folded } from '../search.ts';

/** Saves what waits to be sent as a file of this device; false when nothing waits. */
export function exportQueue({ list, queue, clock }: Desk): boolean {
  const happenings = queue.waiting();
  const unreadable = queue.unreadable.map(written);
  if (happenings.length + unreadable.length === 0) return false;
  const { event, door } = list.setting();
  const at = new Date(clock.now()).toISOString();
  const about = { event: event.id, slug: event.slug, device: door.id, name: door.name, at };
  const content = { ...about, happenings, ...(unreadable.length > 0 ? { unreadable } : {}) };
  const file = new Blob([JSON.stringify(content, null, 2)], { type: 'application/json' });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = `${[event.slug, plain(door.name), plain(localTime(clock.now(), event.timeZone))].join('-')}.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  return true;
}

/** As names of files are written: small letters and digits, with dashes between. */
function plain(text: string): string {
  return folded(text).replaceAll(' ', '-');
}

/** `2026-11-23 14:05` at the event. */
function localTime(at: number, timeZone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(at);
}

/** A record that this browser cannot read, as it lies here: somebody may want to know that it was there. */
function written(kept: unknown): unknown {
  if (!isSealed(kept)) return String(kept);
  return { iv: toBase64Url(kept.iv.buffer), data: toBase64Url(kept.data) };
}
