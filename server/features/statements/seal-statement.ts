import {
  createHash,
  createHmac,
  createPrivateKey,
  createPublicKey,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto';
import type { FrozenStatement } from '../../../models/statement.ts';
import { canonicalText, type Frozen } from './canonical-text.ts';

/** What stands before the 32 bytes of an Ed25519 key in PKCS 8. */
const PRIVATE_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex');

type Seal = Pick<FrozenStatement, 'digest' | 'signature' | 'publicKey'>;

/**
 * Signs a statement by a key of its event that follows from the installation's secret. It is not the key of the passes:
 * whoever could make passes must not be able to make statements.
 */
export function sealStatement(frozen: Frozen, secret: string): Seal {
  const key = keyOf(frozen.event, secret);
  const digest = digestOf(frozen);
  return {
    digest,
    signature: sign(null, Buffer.from(digest, 'hex'), key).toString('base64url'),
    publicKey: publicPart(key),
  };
}

export const sealStates = ['intact', 'altered'] as const;
export type SealState = (typeof sealStates)[number];

/** Whether a statement still says what was signed, by the key that belongs to its event. */
export function sealState(statement: FrozenStatement, secret: string): SealState {
  const key = keyOf(statement.event, secret);
  const digest = digestOf(statement);
  const signed =
    statement.publicKey === publicPart(key) &&
    verify(
      null,
      Buffer.from(digest, 'hex'),
      createPublicKey(key),
      Buffer.from(statement.signature, 'base64url'),
    );
  return signed && digest === statement.digest ? 'intact' : 'altered';
}

function digestOf(frozen: Frozen): string {
  return createHash('sha256').update(canonicalText(frozen)).digest('hex');
}

function keyOf(event: FrozenStatement['event'], secret: string): KeyObject {
  const seed = createHmac('sha256', secret)
    .update(`statement:${String(event)}`)
    .digest();
  return createPrivateKey({ key: Buffer.concat([PRIVATE_HEAD, seed]), format: 'der', type: 'pkcs8' });
}

function publicPart(key: KeyObject): string {
  return createPublicKey(key).export({ format: 'der', type: 'spki' }).toString('base64url');
}
