import type { Types } from 'mongoose';
import { type SuppressionScope } from '../../../contract/mail.ts';
import { type PostOffice, seal } from './post-office.ts';

const keyBytes = 16;

/** What an address is recognised by without being stored. Capitals make no other address. */
export function addressKey(office: Pick<PostOffice, 'secret'>, address: string): Buffer {
  return seal(office, 'address', address.normalize('NFC').trim().toLowerCase()).subarray(0, keyBytes);
}

/** The id of an entry of the stop list. */
export function suppressionId(
  scope: SuppressionScope,
  organisation: Types.ObjectId | null,
  key: Buffer,
): string {
  return `${scope}:${organisation === null ? '*' : String(organisation)}:${key.toString('base64url')}`;
}

/** `n•••@example.org` */
export function maskedAddress(address: string): string {
  const at = address.lastIndexOf('@');
  return `${Array.from(address.slice(0, at))[0] ?? ''}•••${address.slice(at).toLowerCase()}`;
}
