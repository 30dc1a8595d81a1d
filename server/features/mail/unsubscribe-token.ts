import { timingSafeEqual } from 'node:crypto';
import { Types } from 'mongoose';
import { addressKey } from './address-key.ts';
import { mailDigest } from './bounce-address.ts';
import { type PostOffice, seal } from './post-office.ts';

type Secret = Pick<PostOffice, 'secret'>;

/** Everything an unsubscription needs, so that it works for as long as the mail lies in a mailbox. */
export interface UnsubscribeClaim {
  digest: string;
  organisation: Types.ObjectId | null;
  key: Buffer;
}

const parts = { digest: 16, organisation: 12, key: 16, seal: 16 };
const signedBytes = parts.digest + parts.organisation + parts.key;
const nobody = Buffer.alloc(parts.organisation);

export function unsubscribeToken(
  office: Secret,
  mail: { _id: string; to: { address: string } },
  organisation: Types.ObjectId | null,
): string {
  const claim = Buffer.concat([
    Buffer.from(mailDigest(mail._id), 'hex'),
    organisation === null ? nobody : Buffer.from(organisation.toHexString(), 'hex'),
    addressKey(office, mail.to.address),
  ]);
  return Buffer.concat([claim, sealOf(office, claim)]).toString('base64url');
}

/** Null for what this installation never wrote. */
export function readUnsubscribeToken(office: Secret, token: string): UnsubscribeClaim | null {
  if (!/^[\w-]{80}$/.test(token)) return null;
  const bytes = Buffer.from(token, 'base64url');
  if (bytes.length !== signedBytes + parts.seal) return null;
  const claim = bytes.subarray(0, signedBytes);
  if (!timingSafeEqual(bytes.subarray(signedBytes), sealOf(office, claim))) return null;
  const organisation = claim.subarray(parts.digest, parts.digest + parts.organisation);
  return {
    digest: claim.subarray(0, parts.digest).toString('hex'),
    organisation: organisation.equals(nobody) ? null : new Types.ObjectId(organisation.toString('hex')),
    key: claim.subarray(parts.digest + parts.organisation),
  };
}

function sealOf(office: Secret, claim: Buffer): Buffer {
  return seal(office, 'unsubscribe', claim).subarray(0, parts.seal);
}
