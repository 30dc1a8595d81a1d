import type { Receipt } from '../attendance/receipt.ts';
import type { Verdict } from '../states.ts';
import type { DoorGuest, DoorPassages } from './sync.ts';

/** An entry that a device asks for, while the server can be asked. Its id stays through every retry. */
export interface ScanRequest {
  id: string;
  /** Of the check-in list. */
  list: string;
  /** The device's own count of what it does. */
  seq: number;
  /** By the device's own clock, as ISO 8601. */
  deviceAt: string;
  method: 'scan' | 'typed' | 'search';
  /** What was read or typed, or the guest who was chosen. */
  text?: string;
  guest?: string;
  /** Who came in the guest's place. */
  substitute?: string;
  /** Why they are let in although the list says no. */
  override?: string;
}

export interface ScanAnswer {
  id: string;
  verdict: Verdict;
  /** Whom it was about, as they are now; null where nobody is meant. */
  guest: DoorGuest | null;
  passages: DoorPassages | null;
  /** By the server's clock, in milliseconds. */
  now: number;
}

/** What a device did by itself, oldest first; each is read for itself (`Happening`). */
export interface UploadRequest {
  happenings: readonly unknown[];
}

export interface UploadAnswer {
  receipts: readonly Receipt[];
  now: number;
}
