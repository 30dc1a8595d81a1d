import type { Desk } from '../desk.ts';

/** Saves what waits to be sent as a file of this device; false when nothing waits. */
export function exportQueue({ list, queue, clock }: Desk): boolean {
  const happenings = queue.waiting();
  if (happenings.length === 0) return false;
  const { event, door } = list.setting();
  const at = new Date(clock.now()).toISOString();
  const content = { event: event.id, slug: event.slug, device: door.id, name: door.name, at, happenings };
  const file = new Blob([JSON.stringify(content, null, 2)], { type: 'application/json' });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = `${event.slug}-${at.slice(0, 16).replaceAll(/[:T]/g, '-')}.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  return true;
}
