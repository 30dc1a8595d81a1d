import { normaliseCode } from '../../../contract/pass/normalise-code.ts';
import { createPublicKey, type KeyObject, verify } from 'node:crypto';
import { eventMarkOf } from '../../../contract/pass/pass-id.ts';
import type { PassPayload } from '../../../contract/pass/pass-payload.ts';
import { PASS_MARK, readPassText } from '../../../contract/pass/pass-text.ts';
import type { Conference } from '../../../models/event.ts';
import { now } from '../../platform/clock.ts';
import { kept } from '../../platform/kept.ts';
import { codeOfPass, newestPassAt } from './pass-book.ts';
import { publicKeys } from './pass-keys.ts';

/** Began the passes of earlier mails: event and code, without a signature. */
const FORMER_MARK = 'RP';
const MOST_KEPT = 500;

type EventLike = Pick<Conference, '_id' | 'shortId'>;

/** Why a pass means nobody of the list. */
export type PassRefusal = 'forged' | 'other-event' | 'pass-expired' | 'not-listed' | 'not-synced';

/** Whom a pass means, as far as it says: by the code that it stands for, which may hold no longer. */
export type ReadPass = { kind: 'signed' | 'typed'; code: string } | { kind: 'refused'; verdict: PassRefusal };

/**
 * Reads what was scanned or typed. A signed pass is proved before anything else is asked; its window of time matters
 * only where the list knows nothing of it.
 */
export async function readPass(event: EventLike, text: string): Promise<ReadPass> {
  const written = text.trim().toUpperCase();
  if (written.startsWith(PASS_MARK)) return readSigned(event, written);
  const [mark, shortId, code] = written.split(':');
  if (mark !== FORMER_MARK || !shortId || !code) return { kind: 'typed', code: normaliseCode(written) };
  if (shortId !== event.shortId) return { kind: 'refused', verdict: 'other-event' };
  return { kind: 'typed', code: normaliseCode(code) };
}

async function readSigned(event: EventLike, text: string): Promise<ReadPass> {
  const read = readPassText(text);
  if (!read) return { kind: 'refused', verdict: 'forged' };
  if (read.payload.event !== (await eventMarkOf(event))) return { kind: 'refused', verdict: 'other-event' };
  const key = await keyOf(event, read.payload.keyId);
  if (!key || !verify(null, read.signed, key, read.signature)) return { kind: 'refused', verdict: 'forged' };
  const code = await codeOfPass(event, read.payload.pass);
  return code === null
    ? { kind: 'refused', verdict: await whyUnlisted(event, read.payload) }
    : { kind: 'signed', code };
}

/** Made by this event, of nobody on the list: past its time, or made after what this list knows of. */
async function whyUnlisted(event: EventLike, { from, to, issued }: PassPayload): Promise<PassRefusal> {
  const at = now().getTime();
  if (at < from || at > to) return 'pass-expired';
  return issued > (await newestPassAt(event)) ? 'not-synced' : 'not-listed';
}

const keys = kept<KeyObject>(MOST_KEPT);

async function keyOf(event: EventLike, number: number): Promise<KeyObject | null> {
  const name = `${String(event._id)}:${number}`;
  const known = keys.get(name);
  if (known) return known;
  const x = (await publicKeys(event))[number];
  return x
    ? keys.set(name, createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' }))
    : null;
}
