import { pbkdf2, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import type { PinLock } from '../../../contract/door/plan.ts';

const ROUNDS = 200_000;
const derive = promisify(pbkdf2);

/** What a device without network can compare a PIN with, and nobody can read it from. */
export async function pinLock(pin: string): Promise<PinLock> {
  const salt = randomBytes(16);
  const hash = await derive(pin, salt, ROUNDS, 32, 'sha256');
  return { salt: salt.toString('base64url'), hash: hash.toString('base64url'), rounds: ROUNDS };
}
