import { createPrivateKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import type { Types } from 'mongoose';
import type { Effect } from '../../../models/fields/effects.ts';
import { type PassKey, PassKeys } from '../../../models/pass-key.ts';
import { now } from '../../platform/clock.ts';
import { isDuplicateKey } from '../../platform/database/duplicate-key.ts';
import { settle } from '../../platform/database/effects.ts';
import { groupRead } from '../../platform/database/group-read.ts';
import { Refused } from '../../platform/errors.ts';
import { kept } from '../../platform/kept.ts';
import { openKey, sealKey } from './seal-key.ts';

interface EventLike {
  _id: Types.ObjectId;
}

/** Signs in the name of an event. */
export interface Signer {
  keyId: number;
  sign: (bytes: Uint8Array) => Buffer;
}

const MOST_NUMBER = 255;
const MOST_KEPT = 100;
/** A key that another process made since is used after this time at the latest; the earlier one holds until then. */
const FRESH_MS = 60_000;

const signers = kept<{ signer: Signer; until: number }>(MOST_KEPT);

/** Every public key of the event by its number: 32 bytes as base64url. A pass is good when one of them proves it. */
export async function publicKeys(event: EventLike): Promise<Record<number, string>> {
  const keys = await keysOf(event);
  return Object.fromEntries(keys.map(({ number, publicPart }) => [number, publicPart]));
}

/** The key that signs for the event now, made when it is first needed. `secret` is that of the purpose `pass`. */
export async function signerOf(event: EventLike, secret: string): Promise<Signer> {
  const name = `${String(event._id)}:${secret}`;
  const known = signers.get(name);
  if (known && known.until > now().getTime()) return known.signer;
  const keys = await keysOf(event);
  const own = keys.toReversed().map((key) => openedKey(key, secret));
  const signer =
    own.find((each) => each !== null) ?? (await makeKey(event, keys, { secret, effects: () => [] }));
  return keep(name, signer);
}

/** Makes the next key, which signs from now on. What follows from it is written with it. */
export async function makeNextKey(
  event: EventLike,
  secret: string,
  effects: (number: number) => Effect[],
): Promise<Signer> {
  const signer = await makeKey(event, await keysOf(event), { secret, effects });
  return keep(`${String(event._id)}:${secret}`, signer);
}

async function keysOf(event: EventLike): Promise<readonly PassKey[]> {
  return (await keysById(String(event._id))) ?? [];
}

// Every device asks for the public keys at each contact.
const keysById = groupRead(async (ids) => {
  const found = await PassKeys.find({ event: { $in: ids } })
    .sort({ number: 1 })
    .lean<PassKey[]>();
  return new Map(ids.map((id) => [id, found.filter(({ event }) => String(event) === id)]));
});

interface Making {
  secret: string;
  effects: (number: number) => Effect[];
}

/** Whoever comes second to a number looks again: the other one's key is as good. */
async function makeKey(event: EventLike, known: readonly PassKey[], making: Making): Promise<Signer> {
  const { secret, effects } = making;
  const number = (known.at(-1)?.number ?? 0) + 1;
  if (number > MOST_NUMBER) throw new Refused('passes.too-many-keys', { most: MOST_NUMBER });
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const _id = `${String(event._id)}:${number}`;
  try {
    await PassKeys.create({
      _id,
      event: event._id,
      number,
      publicPart: publicKey.export({ format: 'jwk' }).x ?? '',
      privatePart: sealKey(secret, _id, privateKey.export({ format: 'der', type: 'pkcs8' })),
      createdAt: now(),
      effects: effects(number),
    });
    settle(PassKeys, _id);
    return signerWith(number, privateKey);
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    const keys = await keysOf(event);
    const theirs = keys.at(-1);
    return (theirs && openedKey(theirs, secret)) ?? makeKey(event, keys, making);
  }
}

/** Null where the private part is elsewhere, or was locked with a secret that is no more. */
function openedKey({ _id, number, privatePart }: PassKey, secret: string): Signer | null {
  const opened = privatePart === null ? null : openKey(secret, _id, privatePart);
  if (!opened) return null;
  return signerWith(number, createPrivateKey({ key: opened, format: 'der', type: 'pkcs8' }));
}

function signerWith(keyId: number, key: KeyObject): Signer {
  return { keyId, sign: (bytes) => sign(null, bytes, key) };
}

function keep(name: string, signer: Signer): Signer {
  signers.set(name, { signer, until: now().getTime() + FRESH_MS });
  return signer;
}
