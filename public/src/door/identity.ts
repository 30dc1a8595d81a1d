import type { EnrolAnswer, EnrolRequest } from '../../../contract/door/enrolment.ts';
import { isPassing, Problem } from '../lib/problem.ts';
import { again } from './again.ts';
import { postUnsigned } from './request.ts';
import { type DoorStore, forgetAll, type Identity } from './store.ts';
import { toBase64Url } from './base64-url.ts';
import { VERSION } from './version.ts';

/** Stays where the browser has taken away the data of a device, as some do after weeks without use. */
const MARKER = 'rostrum-door';

/** Under which the keys lie that the server has not acknowledged. */
const ENROLLING = 'enrolling';

interface Keys extends Pick<Identity, 'signing' | 'vault'> {
  /** Of the secret they were made for. */
  hash: string;
  publicKey: string;
}

const ecdsa = { name: 'ECDSA', namedCurve: 'P-256' };

/** Who this browser is; null until it was set up. */
export async function identityIn(store: DoorStore): Promise<Identity | null> {
  return (await store.get('identity', 'self')) ?? null;
}

/**
 * Makes this browser the device whose code was read. Its keys are made here and never leave; they are kept before the
 * server hears of them, so that an answer that was lost is got by asking once more.
 *
 * @throws Problem when the code was used, is too old or is none; Unreachable when there was no answer.
 */
export async function enrol(store: DoorStore, secret: string): Promise<EnrolAnswer> {
  const keys = await keysFor(store, secret);
  const answer = await ask(store, { secret, publicKey: keys.publicKey, version: VERSION });
  const identity: Identity = { id: answer.door.id, signing: keys.signing, vault: keys.vault };
  const kept = store.transaction(['identity', 'notes'], 'readwrite', { durability: 'strict' });
  await Promise.all([
    kept.objectStore('identity').put(identity, 'self'),
    kept.objectStore('notes').delete(ENROLLING),
    kept.done,
  ]);
  await store.put('notes', localStorage.getItem(MARKER) !== null, 'lostData');
  localStorage.setItem(MARKER, identity.id);
  return answer;
}

async function ask(store: DoorStore, request: EnrolRequest): Promise<EnrolAnswer> {
  try {
    return await again(() => postUnsigned<EnrolAnswer>('/door/enrol', request));
  } catch (error) {
    if (error instanceof Problem && !isPassing(error)) await store.delete('notes', ENROLLING);
    throw error;
  }
}

/** The same keys for the same secret, as long as it was not answered. */
async function keysFor(store: DoorStore, secret: string): Promise<Keys> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(secret));
  const hash = toBase64Url(digest);
  const before: unknown = await store.get('notes', ENROLLING);
  if (isKeysFor(before, hash)) return before;
  const keys = await makeKeys(hash);
  const kept = store.transaction('notes', 'readwrite', { durability: 'strict' });
  await Promise.all([kept.store.put(keys, ENROLLING), kept.done]);
  return keys;
}

function isKeysFor(kept: unknown, hash: string): kept is Keys {
  return typeof kept === 'object' && kept !== null && 'hash' in kept && kept.hash === hash;
}

async function makeKeys(hash: string): Promise<Keys> {
  const pair = await crypto.subtle.generateKey(ecdsa, false, ['sign', 'verify']);
  const sealing = { name: 'AES-GCM', length: 256 };
  const vault = await crypto.subtle.generateKey(sealing, false, ['encrypt', 'decrypt']);
  const publicKey = toBase64Url(await crypto.subtle.exportKey('spki', pair.publicKey));
  return { hash, publicKey, signing: pair.privateKey, vault };
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
