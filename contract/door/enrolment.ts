/** How long the code that sets a device up works. */
export const ENROLMENT_MS = 10 * 60_000;

/** A browser asks to become the device whose code it has read. */
export interface EnrolRequest {
  secret: string;
  /** P-256, SPKI as base64url. Its private half does not leave the browser. */
  publicKey: string;
  /** Of the page. */
  version: string;
}

export interface EnrolAnswer {
  /** By the server's clock, in milliseconds. */
  now: number;
  door: { id: string; name: string; expires: number };
  event: { id: string; slug: string; title: string };
}
