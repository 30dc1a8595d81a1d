import { normaliseCode } from '../../../contract/pass/normalise-code.ts';
import { passCodeLength } from '../../../contract/pass/pass-code.ts';
import { passIdOf } from '../../../contract/pass/pass-id.ts';
import type { PassPayload } from '../../../contract/pass/pass-payload.ts';
import { PASS_MARK, readPassText } from '../../../contract/pass/pass-text.ts';
import type { Verdict } from '../../../contract/states.ts';
import type { DoorSetting } from '../../../contract/door/sync.ts';
import { isSignedBy } from './verify.ts';

/** What a scanner read or a hand typed, as far as it proves itself. */
export type Reading =
  | { ok: true; pass: string; payload: PassPayload | null }
  | { ok: false; verdict: Extract<Verdict, 'forged' | 'other-event' | 'not-listed' | 'unknown-code'> };

/** Strict: a fixed form, a key the event has told us, and its signature before anything else is asked. */
export async function readPass(text: string, { event, keys }: DoorSetting): Promise<Reading> {
  const written = text.trim().toUpperCase();
  if (written.startsWith(PASS_MARK)) return readSigned(written, { event, keys });
  const [mark, shortId, code] = written.split(':');
  if (mark === 'RP' && shortId && code) {
    if (shortId !== event.shortId) return { ok: false, verdict: 'other-event' };
    return typed(code, event);
  }
  return typed(written, event);
}

async function readSigned(
  text: string,
  { event, keys }: Pick<DoorSetting, 'event' | 'keys'>,
): Promise<Reading> {
  const read = readPassText(text);
  if (!read) return { ok: false, verdict: 'forged' };
  const { payload, signed, signature } = read;
  if (payload.event !== event.mark) return { ok: false, verdict: 'other-event' };
  const key = keys[payload.keyId];
  // A key this device has not heard of yet proves nothing, and disproves nothing.
  if (key === undefined) return { ok: false, verdict: 'not-listed' };
  if (!(await isSignedBy(key, signed, signature))) return { ok: false, verdict: 'forged' };
  return { ok: true, pass: payload.pass, payload };
}

async function typed(text: string, event: DoorSetting['event']): Promise<Reading> {
  const code = normaliseCode(text);
  if (code.length !== passCodeLength) return { ok: false, verdict: 'unknown-code' };
  return { ok: true, pass: await passIdOf(event, code), payload: null };
}
