/** Begins every pass, so that a code of something else is recognised at once. */
export const passMark = 'RP';

/** What a pass's QR says: letters and digits only, so that the code stays small. */
export function passText(event: { shortId: string }, guest: { code: string }): string {
  return [passMark, event.shortId, guest.code].join(':');
}
