import { normaliseCode } from '../../platform/codes.ts';
import { passMark } from '../guests/pass-text.ts';

export { passText } from '../guests/pass-text.ts';

/** What was scanned or typed: the guest's code, and the event it was made for when the pass says so. */
export function readPass(text: string): { code: string; shortId: string | null } {
  const [mark, shortId, code] = text.trim().toUpperCase().split(':');
  if (mark === passMark && shortId && code) return { code: normaliseCode(code), shortId };
  return { code: normaliseCode(text), shortId: null };
}
