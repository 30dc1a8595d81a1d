import type { EnrolAnswer, EnrolRequest } from '../../../contract/door/enrolment.ts';
import { postUnsigned } from './request.ts';
import { type DoorStore, forgetAll, type Identity } from './store.ts';
import { toBase64Url } from './base64-url.ts';
import { VERSION } from './version.ts';

/** Stays where the browser has taken away the data of a device, as some do after weeks without use. */
const MARKER = 'rostrum-door';

const ecdsa = { name: 'ECDSA', namedCurve: 'P-256' };

/** Who this browser is; null until it was set up. */
export async function identityIn(store: DoorStore): Promise<Identity | null> {
  return (await store.get('identity', 'self')) ?? null;
}

/**
 * Makes this browser the device whose code was read. Its keys are made here and never leave.
 *
 * @throws Problem when the code was used, is too old or is none.
 */
export async function enrol(store: DoorStore, secret: string): Promise<EnrolAnswer> {
  const pair = await crypto.subtle.generateKey(ecdsa, false, ['sign', 'verify']);
  const vault = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
  const publicKey = toBase64Url(await crypto.subtle.exportKey('spki', pair.publicKey));
  const request: EnrolRequest = { secret, publicKey, version: VERSION };
  const answer = await postUnsigned<EnrolAnswer>('/door/enrol', request);
  const identity: Identity = { id: answer.door.id, signing: pair.privateKey, vault };
  const kept = store.transaction('identity', 'readwrite', { durability: 'strict' });
  await Promise.all([kept.store.put(identity, 'self'), kept.done]);
  await store.put('notes', localStorage.getItem(MARKER) !== null, 'lostData');
  localStorage.setItem(MARKER, identity.id);
  return answer;
}

/** Whether this browser was a device before, and its data was taken away. */
export async function hasLostData(store: DoorStore): Promise<boolean> {
  return (await store.get('notes', 'lostData')) === true;
}

/** Everything this browser knows of the event, on purpose. */
export async function forgetDevice(store: DoorStore): Promise<void> {
  await forgetAll(store);
  localStorage.removeItem(MARKER);
}
