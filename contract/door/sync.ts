import type { ScanFact } from '../attendance/facts.ts';
import type { CheckInList } from '../attendance/list.ts';
import type { Localised } from '../localised.ts';
import type { DoorProfile, Gate } from './plan.ts';

/** A guest as a device keeps them: no address, no telephone number, no code that would make a pass. */
export interface DoorGuest {
  id: string;
  /** Digest of this row, twelve hexadecimal digits: another content, another mark. */
  mark: string;
  /** Id of the pass that holds, sixteen hexadecimal digits; '' when there is none. */
  pass: string;
  /** Ids of passes that were revoked or replaced. */
  former: readonly string[];
  name: string;
  position: string;
  unit: string;
  category: string;
  state: 'expected' | 'cancelled' | 'replaced';
  /** What the guest answered, or that they did not. */
  standing: string;
  /** As it was written down; a device says it in its own language. */
  seat: string;
  delegation: string;
  /** Somebody is to be told when they come; the note says what to do. */
  vip: boolean;
  note: string;
  /** Whom the guest sends instead; '' for nobody. */
  substitute: string;
  /** Those who come along, by name. */
  companions: readonly string[];
}

/** What was done with one guest on one list. */
export interface DoorPassages {
  guest: string;
  list: string;
  mark: string;
  facts: readonly DoorFact[];
}

/**
 * A fact, and where it happened, as "already inside since 08:12, Gate A, Lan" needs it; of an entry also who came in
 * the guest's place, '' when it was the guest.
 */
export type DoorFact = ScanFact & { door: string; by: string; substitute: string };

export interface DoorCategory {
  id: string;
  title: Localised;
  tone: string;
}

export interface DoorEvent {
  id: string;
  slug: string;
  /** Of codes and passes. */
  shortId: string;
  mark: string;
  title: Localised;
  timeZone: string;
  isOpen: boolean;
}

/** What changes seldom: the event, the plan, and how passes are proved. */
export interface DoorSetting {
  event: DoorEvent;
  /** This device. */
  door: { id: string; name: string; expires: number };
  profile: DoorProfile;
  gate: Gate | null;
  /** The lists of the profile, the chosen one first. */
  lists: readonly CheckInList[];
  categories: readonly DoorCategory[];
  /** Public keys of the event by their number: 32 bytes as base64url. */
  keys: Readonly<Record<number, string>>;
}

/** Proves that two lists are the same without comparing them: how many rows, and all their marks folded by XOR. */
export interface ListSum {
  count: number;
  xor: string;
}

/** What a device says of itself each time. */
export interface DeviceReport {
  /** Scans that wait to be sent. */
  unsynced: number;
  /** The last number the device gave to something it did. */
  seq: number;
  version: string;
  /** How far its clock is from ours, in milliseconds, and how long the question took. */
  offset: number;
  roundTrip: number;
  /** The browser remembers nothing of an earlier enrolment: its data was taken away. */
  lostData: boolean;
}

/** What a device says of itself last, before it forgets who it is. */
export interface WipedReport {
  /** Records of what was done there that it could not read any more. */
  unreadable: number;
}

export interface SyncRequest {
  /** Where the last answer ended; '' to be told everything. */
  cursor: string;
  report: DeviceReport;
}

export interface SyncAnswer {
  /** By the server's clock, in milliseconds. */
  now: number;
  cursor: string;
  /** Everything follows, and what is not in it is gone. */
  whole: boolean;
  setting: DoorSetting;
  guests: readonly DoorGuest[];
  passages: readonly DoorPassages[];
  /** Of guests and passages as they are on the server after this answer. */
  sum: { guests: ListSum; passages: ListSum };
}
