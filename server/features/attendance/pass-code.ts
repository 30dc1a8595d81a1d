import { normaliseCode } from '../../platform/codes.ts';

const MARK = 'RP';

/** What a pass's QR says: letters and digits only, so that the code stays small. */
export function passText(event: { shortId: string }, guest: { code: string }): string {
  return [MARK, event.shortId, guest.code].join(':');
}

/** What was scanned or typed: the guest's code, and the event it was made for when the pass says so. */
export function readPass(text: string): { code: string; shortId: string | null } {
  const [mark, shortId, code] = text.trim().toUpperCase().split(':');
  if (mark === MARK && shortId && code) return { code: normaliseCode(code), shortId };
  return { code: normaliseCode(text), shortId: null };
}
