import { createHash, timingSafeEqual } from 'node:crypto';
import { type PostOffice, seal } from './post-office.ts';

/** What a mail to one of our addresses is about: a report of what was not delivered, or a wish for no more. */
export type MailTagKind = 'b' | 'u';

export interface MailTag {
  kind: MailTagKind;
  /** Sixteen bytes of which the Message-ID of the mail is made. */
  digest: string;
}

type Signed = Pick<PostOffice, 'secret' | 'returnPath'>;

const digestBytes = 16;
const sealBytes = 8;
const alphabet = 'abcdefghijklmnopqrstuvwxyz234567';

/** Sixteen bytes that stand for a mail of the outbox, in hexadecimal. */
export function mailDigest(id: string): string {
  return createHash('sha256')
    .update(id)
    .digest('hex')
    .slice(0, digestBytes * 2);
}

/**
 * The address only this one mail has: `bounces+b.<tag>@example.org`. Who knows it has the mail, or is a server on its
 * way; nobody can make one up. Null where nobody reads such mail.
 */
export function bounceAddress(office: Signed, mailId: string, kind: MailTagKind = 'b'): string | null {
  if (office.returnPath === null) return null;
  const digest = Buffer.from(mailDigest(mailId), 'hex');
  const tag = base32(Buffer.concat([digest, sealOf(office, kind, digest)]));
  const at = office.returnPath.lastIndexOf('@');
  return `${office.returnPath.slice(0, at)}+${kind}.${tag}${office.returnPath.slice(at)}`;
}

/** The mail such an address is about; null for every other address and for a forged one. */
export function readBounceAddress(office: Signed, recipient: string): MailTag | null {
  if (office.returnPath === null) return null;
  const at = office.returnPath.lastIndexOf('@');
  const before = `${office.returnPath.slice(0, at)}+`.toLowerCase();
  const behind = office.returnPath.slice(at).toLowerCase();
  const given = recipient.trim().toLowerCase();
  if (!given.startsWith(before) || !given.endsWith(behind)) return null;
  const [, kind, tag = ''] =
    /^([bu])\.([a-z2-7]{39})$/.exec(given.slice(before.length, -behind.length)) ?? [];
  if (kind !== 'b' && kind !== 'u') return null;
  const bytes = fromBase32(tag);
  const digest = bytes.subarray(0, digestBytes);
  const isOurs = timingSafeEqual(bytes.subarray(digestBytes), sealOf(office, kind, digest));
  return isOurs ? { kind, digest: digest.toString('hex') } : null;
}

function sealOf(office: Signed, kind: MailTagKind, digest: Buffer): Buffer {
  return seal(office, `address-${kind}`, digest).subarray(0, sealBytes);
}

/** Lower case, because servers on the way may change it; without padding. */
function base32(bytes: Buffer): string {
  let bits = 0;
  let value = 0;
  let text = '';
  for (const byte of bytes) {
    value = ((value << 8) | byte) & 0xffff;
    for (bits += 8; bits >= 5; bits -= 5) text += alphabet[(value >> (bits - 5)) & 31] ?? '';
  }
  return bits > 0 ? text + (alphabet[(value << (5 - bits)) & 31] ?? '') : text;
}

function fromBase32(text: string): Buffer {
  const bytes: number[] = [];
  let bits = 0;
  let value = 0;
  for (const letter of text) {
    value = ((value << 5) | alphabet.indexOf(letter)) & 0xffff;
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push((value >> bits) & 0xff);
  }
  return Buffer.from(bytes);
}
