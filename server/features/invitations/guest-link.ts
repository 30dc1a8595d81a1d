import { deriveToken, hashToken } from '../../platform/codes.ts';

const PURPOSE = 'g';
const shape = /^g_[0-9a-z]{32}$/;

/** The secret in a guest's personal link. Made again whenever a mail is written; only its hash is stored. */
export function guestToken(key: string, guest: { _id: { toString(): string } }, revision: number): string {
  return deriveToken(key, PURPOSE, String(guest._id), revision);
}

export function linkHash(key: string, guest: { _id: { toString(): string } }, revision: number): string {
  return hashToken(guestToken(key, guest, revision));
}

export function isGuestToken(text: string): boolean {
  return shape.test(text);
}
