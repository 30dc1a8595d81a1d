import { SILENT_MS } from '../../../contract/door/silence.ts';
import type { Door } from '../../../models/door.ts';

/** What is wrong with a device, the worst first. */
export type DoorWarning = 'lost-data' | 'silent' | 'unsynced' | 'clock';

type Seen = Pick<Door, 'lastSeenAt' | 'contact' | 'revokedAt' | 'expires'>;

const LATE_MS = 2 * 60_000;
const CLOCK_MS = 2_000;

export function doorWarnings({ lastSeenAt, contact, revokedAt, expires }: Seen, now: Date): DoorWarning[] {
  if (!contact || revokedAt || expires <= now) return [];
  const silence = now.getTime() - (lastSeenAt ?? contact.at).getTime();
  const waits = contact.unsynced > 0;
  const found: Record<DoorWarning, boolean> = {
    'lost-data': contact.lostData,
    silent: waits && silence > SILENT_MS,
    unsynced: waits && silence > LATE_MS && silence <= SILENT_MS,
    clock: Math.abs(contact.offset) > CLOCK_MS,
  };
  return (['lost-data', 'silent', 'unsynced', 'clock'] as const).filter((warning) => found[warning]);
}
