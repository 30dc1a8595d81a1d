import { createHash, createHmac, randomBytes, randomInt } from 'node:crypto';

/** Crockford's base 32: no I, L, O or U, so that a code survives being read aloud and typed. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const tokenBytes = 20;

/** A random code to be typed by people, in capitals. Each character carries five bits. */
export function randomCode(length: number): string {
  return Array.from({ length }, () => alphabet.charAt(randomInt(alphabet.length))).join('');
}

/** A code in groups of four, as it is printed. */
export function spacedCode(code: string): string {
  return code.replace(/(.{4})(?=.)/g, '$1-');
}

/** A secret for a link or a device: 160 random bits after the prefix that names its kind. */
export function randomToken(prefix: string): string {
  return `${prefix}_${base32(randomBytes(tokenBytes))}`;
}

/** What is stored of a token. A plain hash is enough, because tokens are too long to be guessed. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

/**
 * A token that can be made again from the master key instead of being stored. Raise the revision to make the
 * earlier one worthless; `purpose` keeps the powers of different links apart and is the prefix.
 */
export function deriveToken(
  masterKey: string | Buffer,
  purpose: string,
  id: string,
  revision: number,
): string {
  const secret = createHmac('sha256', masterKey)
    .update(JSON.stringify([purpose, id, revision]))
    .digest();
  return `${purpose}_${base32(secret.subarray(0, tokenBytes))}`;
}

function base32(bytes: Buffer): string {
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('');
  const groups = bits.match(/.{1,5}/g) ?? [];
  return groups
    .map((group) => alphabet.charAt(Number.parseInt(group.padEnd(5, '0'), 2)))
    .join('')
    .toLowerCase();
}
