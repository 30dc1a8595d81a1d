import { part } from './part.ts';

/** What became of a guest's passes. */
export interface PassState {
  /** When the code that holds was made; null for as long as the guest has been on the list. */
  issuedAt: Date | null;
  /** Since when no pass of theirs admits; null while one does. */
  revokedAt: Date | null;
  /** Codes that held before, oldest first. */
  former: string[];
}

export const passStateField = { type: part({ issuedAt: Date, revokedAt: Date, former: [String] }) };
