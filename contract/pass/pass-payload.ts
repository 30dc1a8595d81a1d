import { toHex } from '../hex.ts';

/**
 * What a signed pass says, in 24 bytes: enough for a door without network to know that it was made by this event, for
 * whom and until when. No name and no address: whoever photographs it learns nothing of the guest.
 *
 *     byte  0      version
 *           1      key it is signed with
 *           2–5    event
 *           6–13   pass
 *           14     category (5 bits) and flags
 *           15–17  valid from, in hours since 1970
 *           18–20  valid to
 *           21–23  issued
 */
export interface PassPayload {
  keyId: number;
  /** Four bytes as eight hexadecimal digits. */
  event: string;
  /** Eight bytes, made by chance, as sixteen hexadecimal digits. */
  pass: string;
  /** Place of the category in the event's list, 0 to 31. */
  category: number;
  vip: boolean;
  /** In milliseconds; kept to the hour, `to` and `issued` rounded so that nothing is valid for less than was said. */
  from: number;
  to: number;
  issued: number;
}

export const PASS_VERSION = 1;
export const PAYLOAD_BYTES = 24;
const HOUR_MS = 3_600_000;
const VIP = 0x20;

export function writePayload(payload: PassPayload): Uint8Array {
  const { keyId, event, pass, category, vip, from, to, issued } = payload;
  const bytes = new Uint8Array(PAYLOAD_BYTES);
  bytes.set([PASS_VERSION, keyId]);
  bytes.set(fromHex(event), 2);
  bytes.set(fromHex(pass), 6);
  bytes[14] = (category & 0x1f) | (vip ? VIP : 0);
  bytes.set(threeBytes(Math.floor(from / HOUR_MS)), 15);
  bytes.set(threeBytes(Math.ceil(to / HOUR_MS)), 18);
  bytes.set(threeBytes(Math.floor(issued / HOUR_MS)), 21);
  return bytes;
}

/** Null for another length or a version that is not known here. */
export function readPayload(bytes: Uint8Array): PassPayload | null {
  if (bytes.length !== PAYLOAD_BYTES || bytes[0] !== PASS_VERSION) return null;
  const about = bytes[14] ?? 0;
  return {
    keyId: bytes[1] ?? 0,
    event: toHex(bytes.subarray(2, 6)),
    pass: toHex(bytes.subarray(6, 14)),
    category: about & 0x1f,
    vip: (about & VIP) !== 0,
    from: hoursAt(bytes, 15),
    to: hoursAt(bytes, 18),
    issued: hoursAt(bytes, 21),
  };
}

function threeBytes(value: number): number[] {
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

function hoursAt(bytes: Uint8Array, place: number): number {
  const [a = 0, b = 0, c = 0] = bytes.subarray(place, place + 3);
  return (a * 65_536 + b * 256 + c) * HOUR_MS;
}

function fromHex(text: string): number[] {
  return (text.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16));
}
