import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

const HOURS = 60 * 60 * 1000;
const LIFETIME = 6 * HOURS;

/** A mark for one rendering of the form, good for whoever holds this link only. */
export function issueNonce(key: string, token: string, now: Date): string {
  const id = randomBytes(12).toString('base64url');
  const at = now.getTime().toString(36);
  return `${id}.${at}.${seal(key, [id, at, token])}`;
}

/** The id of a rendering that was ours, for this link, and is not too old; otherwise null. */
export function readNonce(nonce: string, { key, token, now }: { key: string; token: string; now: Date }) {
  const [id = '', at = '', given = ''] = nonce.split('.');
  const expected = seal(key, [id, at, token]);
  if (given.length !== expected.length || !timingSafeEqual(Buffer.from(given), Buffer.from(expected)))
    return null;
  return Number.parseInt(at, 36) + LIFETIME < now.getTime() ? null : id;
}

function seal(key: string, facts: readonly string[]): string {
  return createHmac('sha256', key).update(JSON.stringify(facts)).digest('base64url');
}
