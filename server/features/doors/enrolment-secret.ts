import { ENROLMENT_MS } from '../../../contract/door/enrolment.ts';
import type { Door } from '../../../models/door.ts';
import { now } from '../../platform/clock.ts';
import { hashToken, randomToken } from '../../platform/codes.ts';

/** What sets a device up, once, within ten minutes; and what is kept of it. */
export function newSecret(): { secret: string; enrolment: NonNullable<Door['enrolment']> } {
  const secret = randomToken('door');
  const expires = new Date(now().getTime() + ENROLMENT_MS);
  return { secret, enrolment: { hash: hashToken(secret), expires, usedAt: null } };
}
