import { fromBase45, toBase45 } from './base45.ts';
import { type PassPayload, PAYLOAD_BYTES, readPayload } from './pass-payload.ts';

/** Begins every signed pass: what it is and how it is written. */
export const PASS_MARK = 'E1:';
export const SIGNATURE_BYTES = 64;
export const PASS_LENGTH = PASS_MARK.length + ((PAYLOAD_BYTES + SIGNATURE_BYTES) / 2) * 3;

export interface SignedPass {
  payload: PassPayload;
  /** What was signed, byte for byte. */
  signed: Uint8Array;
  signature: Uint8Array;
}

export function writePass(signed: Uint8Array, signature: Uint8Array): string {
  return PASS_MARK + toBase45(Uint8Array.from([...signed, ...signature]));
}

/** Reads without believing: null for what is no pass at all; whether the signature is right is for its reader. */
export function readPassText(text: string): SignedPass | null {
  if (text.length !== PASS_LENGTH || !text.startsWith(PASS_MARK)) return null;
  const bytes = fromBase45(text.slice(PASS_MARK.length));
  const signed = bytes?.subarray(0, PAYLOAD_BYTES);
  const payload = signed && readPayload(signed);
  if (!bytes || !signed || !payload) return null;
  return { payload, signed, signature: bytes.subarray(PAYLOAD_BYTES) };
}
