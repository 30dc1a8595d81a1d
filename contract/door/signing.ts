/** What a device proves itself by, in every request: who it is, when it signed by the server's clock, and what. */
export interface DoorProof {
  /** The device's id. */
  door: string;
  /** Milliseconds. */
  at: number;
  /** ECDSA on P-256 with SHA-256, the two numbers of 32 bytes one after the other, as base64url. */
  sig: string;
}

export interface SignedRequest {
  at: number;
  method: string;
  /** As it stands in the request line, with its query. */
  path: string;
  /** SHA-256 of the body as sixty-four hexadecimal digits; of a body that travels packed, unpacked. */
  digest: string;
}

/** How far the clock of a device may be from the server's before its signature is not believed. */
export const SIGNATURE_AGE_MS = 5 * 60_000;

/** The text that a device signs for a request. */
export function textToSign({ at, method, path, digest }: SignedRequest): string {
  return `${at}\n${method}\n${path}\n${digest}`;
}

/** The same for a live connection, which has neither path nor body. */
export function socketTextToSign(at: number): string {
  return textToSign({ at, method: 'SOCKET', path: '/door', digest: '' });
}

/** The `Authorization` header of a device. */
export function doorAuthorization({ door, at, sig }: DoorProof): string {
  return `Door id="${door}", at="${at}", sig="${sig}"`;
}

/** Null for any other header. */
export function readDoorAuthorization(header: string): DoorProof | null {
  const found = /^Door id="([0-9a-f]{24})", at="(\d{1,16})", sig="([\w-]{80,100})"$/.exec(header);
  if (!found) return null;
  const [, door = '', at = '', sig = ''] = found;
  return { door, at: Number(at), sig };
}
