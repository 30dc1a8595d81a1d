import type { Receipt } from '../../../contract/attendance/receipt.ts';
import type { UploadAnswer, UploadRequest } from '../../../contract/door/scan.ts';
import type { SyncAnswer, SyncRequest } from '../../../contract/door/sync.ts';
import type { DoorClock } from './clock.ts';
import type { GuestList } from './guest-list.ts';
import type { Deed, Queue } from './queue.ts';
import type { Ask } from './request.ts';

const BATCH = 100;
/** A whole list on a slow line. */
const LIST_PATIENCE_MS = 60_000;

export interface Traffic {
  ask: Ask;
  clock: DoorClock;
  queue: Queue;
  /** Of the page. */
  version: string;
  /** The browser has taken earlier data away. */
  lostData: boolean;
}

/** Sends what waits, oldest first. Each is forgotten only on the receipt of its own. */
export async function upload(
  { ask, clock, queue }: Traffic,
  received: (deed: Deed, receipt: Receipt) => Promise<void>,
): Promise<void> {
  for (let waiting = queue.waiting(); waiting.length > 0; waiting = queue.waiting()) {
    const batch = waiting.slice(0, BATCH);
    const heard = clock.ask();
    const told: UploadRequest = { happenings: batch };
    const { receipts, now } = await ask<UploadAnswer>('/door/upload', told);
    heard(now);
    const done = new Map(receipts.map((receipt) => [receipt.id, receipt]));
    const kept = batch.filter(({ id }) => done.has(id));
    for (const deed of kept) {
      const receipt = done.get(deed.id);
      if (receipt) await received(deed, receipt);
    }
    await queue.remove(kept.map(({ seq }) => seq));
    // Without a single receipt the same batch would go round for ever.
    if (kept.length === 0) return;
  }
}

/** What the server knows beyond this cursor; with '' everything. */
export async function download(traffic: Traffic, cursor: string): Promise<SyncAnswer> {
  const { ask, clock, queue, version, lostData } = traffic;
  const report = {
    unsynced: queue.waiting().length + queue.unreadable.length,
    seq: queue.last(),
    version,
    lostData,
    ...clock.report(),
  };
  const request: SyncRequest = { cursor, report };
  const heard = clock.ask();
  const answer = await ask<SyncAnswer>('/door/sync', request, LIST_PATIENCE_MS);
  heard(answer.now);
  return answer;
}

/** Takes what changed; when that does not add up, everything. `kept` is told of each answer that was taken. */
export async function bringUpToDate(
  traffic: Traffic,
  list: GuestList,
  kept: (answer: SyncAnswer) => Promise<void>,
): Promise<void> {
  const changes = await download(traffic, list.cursor());
  if (list.take(changes)) return kept(changes);
  const whole = await download(traffic, '');
  list.take(whole);
  await kept(whole);
}
