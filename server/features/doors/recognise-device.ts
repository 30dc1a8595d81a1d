import { createPublicKey, type KeyObject, verify } from 'node:crypto';
import { type DoorProof, SIGNATURE_AGE_MS } from '../../../contract/door/signing.ts';
import { type Door, Doors } from '../../../models/door.ts';
import { now } from '../../platform/clock.ts';
import { groupRead } from '../../platform/database/group-read.ts';
import { AppError } from '../../platform/errors.ts';
import { kept } from '../../platform/kept.ts';

const SEEN_EVERY_MS = 30_000;
const KEYS_KEPT = 1_000;

/**
 * The device that signed this text. Whether it may still do anything is another question: `isOver` answers that.
 *
 * @throws AppError 401 `doors.unknown` when nobody we know has signed it, `doors.clock` when it was signed too long ago
 * or in the future; the server's time is among its parameters.
 */
export async function recogniseDevice(proof: DoorProof, text: string): Promise<Door> {
  const door = await doorById(proof.door);
  if (!door || !isSignedBy(door, text, proof.sig)) throw new AppError(401, 'doors.unknown');
  const present = now();
  if (Math.abs(present.getTime() - proof.at) > SIGNATURE_AGE_MS)
    throw new AppError(401, 'doors.clock', { now: present.getTime() });
  if (isStale(door.lastSeenAt, present)) await Doors.updateOne({ _id: door._id }, { lastSeenAt: present });
  return door;
}

/** The device, while it may act: for connections that were let in before. */
export async function deviceAtWork(id: string): Promise<Door | null> {
  const door = (await doorById(id)) ?? null;
  return door && !isOver(door) ? door : null;
}

/** The device of this id, whatever became of it. */
export async function deviceById(id: string): Promise<Door> {
  const door = await doorById(id);
  if (!door) throw new AppError(401, 'doors.unknown');
  return door;
}

/** It was revoked, or its last day is over. */
export function isOver({ revokedAt, expires }: Pick<Door, 'revokedAt' | 'expires'>): boolean {
  return revokedAt !== null || expires <= now();
}

/** P-256 as SPKI in base64url; null for anything else. */
export function readPublicKey(text: string): KeyObject | null {
  try {
    const key = createPublicKey({ key: Buffer.from(text, 'base64url'), format: 'der', type: 'spki' });
    return key.asymmetricKeyDetails?.namedCurve === 'prime256v1' ? key : null;
  } catch (error) {
    // What came from outside is no key: that is an answer, not a failure.
    if (error instanceof Error) return null;
    throw error;
  }
}

// A few dozen devices ask every few seconds: those of one moment are read together, and nothing is remembered, so
// that a device which was revoked has ended.
const doorById = groupRead(async (ids) => {
  const doors = await Doors.find({ _id: { $in: ids } }, { effects: 0 }).lean<Door[]>();
  return new Map(doors.map((door) => [String(door._id), door]));
});

const keys = kept<KeyObject | null>(KEYS_KEPT);

function isSignedBy({ publicKey }: Door, text: string, sig: string): boolean {
  const key = publicKey ? keyOf(publicKey) : null;
  if (!key) return false;
  return verify(
    'sha256',
    Buffer.from(text),
    { key, dsaEncoding: 'ieee-p1363' },
    Buffer.from(sig, 'base64url'),
  );
}

function keyOf(text: string): KeyObject | null {
  const known = keys.get(text);
  return known === undefined ? keys.set(text, readPublicKey(text)) : known;
}

function isStale(seen: Date | null, present: Date): boolean {
  return !seen || present.getTime() - seen.getTime() > SEEN_EVERY_MS;
}
