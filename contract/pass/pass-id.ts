import { toHex } from '../hex.ts';

/** Bytes of a pass's id. */
export const PASS_ID_BYTES = 8;
/** Bytes of an event's mark in a pass. */
const EVENT_MARK_BYTES = 4;

/**
 * The id of the pass that a code stands for, as the QR carries it: sixteen hexadecimal digits. It follows from the
 * code and does not lead back to it, so a device can hold all ids and recognise a typed code without being able to
 * make a single pass.
 */
export function passIdOf(event: { shortId: string }, code: string): Promise<string> {
  return digest(passIdText(event, code), PASS_ID_BYTES);
}

/** What the id is the beginning of the SHA-256 of. */
export function passIdText({ shortId }: { shortId: string }, code: string): string {
  return `pass:${shortId}:${code}`;
}

/** Which event a pass is of: eight hexadecimal digits. */
export function eventMarkOf(event: { shortId: string }): Promise<string> {
  return digest(`event:${event.shortId}`, EVENT_MARK_BYTES);
}

async function digest(text: string, bytes: number): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return toHex(new Uint8Array(hash, 0, bytes));
}
