import type { CheckInList } from '../attendance/list.ts';

/** Where people come in. */
export interface Gate {
  id: string;
  name: string;
  /** Of guests who may use it; empty for everybody. */
  categories: readonly string[];
}

export const doorDirections = ['entry', 'exit', 'both'] as const;
export type DoorDirection = (typeof doorDirections)[number];

/** `careful` keeps each answer until it was read; `fast` goes on by itself. */
export const doorPaces = ['careful', 'fast'] as const;
export type DoorPace = (typeof doorPaces)[number];

/** A steward admits by the rule. A supervisor may also admit against it, add a walk-in and register a substitute. */
export const doorRanks = ['steward', 'supervisor'] as const;
export type DoorRank = (typeof doorRanks)[number];

/**
 * Who prints a badge when somebody is let in: nobody, this device, or a print station. A device that `serves` is one: it
 * prints its own and what the other devices ask for.
 */
export const badgePlaces = ['none', 'here', 'station', 'serves'] as const;
export type BadgePlace = (typeof badgePlaces)[number];

/** How a device at a door works: "Main door", "VIP door", "Bus 2". A change reaches every device that has it. */
export interface DoorProfile {
  id: string;
  name: string;
  /** '' where there is no gate. */
  gate: string;
  /** Ids of check-in lists; the first is chosen when the device starts. Empty for the list of the whole event. */
  lists: readonly string[];
  direction: DoorDirection;
  pace: DoorPace;
  rank: DoorRank;
  sounds: boolean;
  badge: BadgePlace;
  /** After a guest was let in, those who came along are offered. */
  companions: boolean;
  /** Guests scan for themselves: names are shortened, and only the PIN leads out. */
  kiosk: boolean;
  /** Of a PIN of 4 to 8 digits; null for none. */
  pin: PinLock | null;
}

/** PBKDF2 with SHA-256, as both the server and a device without network can compute it; base64url. */
export interface PinLock {
  salt: string;
  hash: string;
  rounds: number;
}

/** What is admitted where, by which devices. The list of the whole event is always there and stands first. */
export interface DoorPlan {
  lists: readonly CheckInList[];
  gates: readonly Gate[];
  profiles: readonly DoorProfile[];
}
