import type { Passage } from '../../../models/check-in.ts';
import type { Guest } from '../../../models/guest.ts';
import type { PassRefusal } from '../passes/read-pass.ts';
import type { BadPass } from './find-guest.ts';

/** What the rules of a list have against somebody. */
export type RuleRefusal = 'wrong-category' | 'wrong-gate' | 'too-early' | 'too-late' | 'not-inside';

/** What came of a scan. Each verdict says what else is known. */
export type Outcome =
  | { verdict: 'welcome'; scanId: string; guest: Guest; admission: Passage }
  | { verdict: 'already-here'; scanId: string; guest: Guest; first: Passage }
  | { verdict: 'cancelled' | RuleRefusal | BadPass; scanId: string; guest: Guest }
  | { verdict: 'unknown-code' | 'not-open' | PassRefusal; scanId: string };

export function guestOf(outcome: Outcome): Guest | null {
  return 'guest' in outcome ? outcome.guest : null;
}
