import type { DoorProof } from '../../../contract/door/signing.ts';
import { toBase64Url } from './base64-url.ts';
import type { DoorClock } from './clock.ts';
import type { Identity } from './store.ts';

/** Signs, in the name of this device, what is to be said at this moment. */
export async function sign(
  { id, signing }: Identity,
  clock: DoorClock,
  textAt: (at: number) => string,
): Promise<DoorProof> {
  const at = clock.now();
  const text = new TextEncoder().encode(textAt(at));
  const sig = await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, signing, text);
  return { door: id, at, sig: toBase64Url(sig) };
}
