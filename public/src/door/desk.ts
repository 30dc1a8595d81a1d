import type { CheckInList } from '../../../contract/attendance/list.ts';
import type { ScanAnswer, ScanRequest } from '../../../contract/door/scan.ts';
import type { BadgeOrders } from './badge-orders.ts';
import type { DoorClock } from './clock.ts';
import type { GuestList } from './guest-list.ts';
import type { Queue } from './queue.ts';
import type { Ask } from './request.ts';
import type { Uplink } from './uplink.ts';

/** The same desk, working on this check-in list whatever is chosen meanwhile. */
export function onList(desk: Desk, list: CheckInList): Desk {
  return { ...desk, current: () => list };
}

/** Everything a device at work has: what it knows, what it did, and the way to the server. */
export interface Desk {
  list: GuestList;
  queue: Queue;
  badges: BadgeOrders;
  clock: DoorClock;
  uplink: Uplink;
  ask: Ask;
  /** Asks for an entry, by the quickest way there is. */
  askForEntry: (request: ScanRequest, patience: number) => Promise<ScanAnswer>;
  /** Keeps what was answered to it, before anybody is told. */
  keepAnswer: (answer: Pick<ScanAnswer, 'id' | 'guest' | 'passages'>) => Promise<void>;
  /** Its disk takes nothing more. */
  isFull: () => boolean;
  /** The check-in list that is being worked on. */
  current: () => CheckInList;
  choose: (list: string) => void;
  /** One decision after the other, so that no two of them overlook each other. */
  inTurn: <T>(work: () => Promise<T>) => Promise<T>;
  /** Something was done or heard: pages draw themselves anew, what waits is sent. */
  changed: () => void;
  /** Asks the server at once, without waiting for the rhythm. */
  retry: () => void;
}
