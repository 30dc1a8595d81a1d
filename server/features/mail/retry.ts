import type { MailStage } from '../../../contract/mail.ts';
import { type MailTimings, usualTimings } from './mail-timings.ts';

/** How an attempt went wrong. `responseCode` is the server's, null when it said nothing. */
export interface Mishap {
  stage: MailStage;
  responseCode: number | null;
  code: string;
}

export interface MailHistory {
  /** This attempt counted in. */
  attempts: number;
  /** Earlier attempts that ended without certainty. */
  unknowns: number;
  /** Earlier attempts whose worker disappeared. */
  interruptions: number;
  /** Milliseconds since an attempt failed first. What it waited for its turn, its pace or a paused wave is not counted. */
  age: number;
}

/** `wait` in milliseconds; null when nothing more is tried without a human. */
export type NextStep =
  { state: 'retry'; wait: number } | { state: 'unknown'; wait: number | null } | { state: 'failed' };

const minute = 60_000;
const patience = 48 * 60 * minute;
const mostInterruptions = 5;
const mostWritingFaults = 5;

export function nextStep(
  mishap: Mishap,
  history: MailHistory,
  { pauses, uncertainMs }: MailTimings = usualTimings,
): NextStep {
  if (mishap.stage === 'data-sent' && mishap.responseCode === null) return uncertain(history, uncertainMs);
  if (mishap.code === 'interrupted' && history.interruptions + 1 >= mostInterruptions)
    return { state: 'failed' };
  if (mishap.code === 'not-written' && history.attempts >= mostWritingFaults) return { state: 'failed' };
  if (isFinal(mishap) || history.age >= patience) return { state: 'failed' };
  return { state: 'retry', wait: pauses[history.attempts - 1] ?? pauses.at(-1) ?? minute };
}

// The other side may have the mail. It is sent once more, later, with the same bytes and Message-ID,
// so that a second copy can be recognised; after that a human decides.
function uncertain({ unknowns }: MailHistory, wait: number): NextStep {
  return { state: 'unknown', wait: unknowns === 0 ? wait : null };
}

// A refusal is about this mail only once the envelope is on the table. Before that, or when the sign-in fails,
// the server or our settings are at fault, and all waiting mails would be lost for it.
function isFinal({ stage, responseCode, code }: Mishap): boolean {
  if (stage === 'connecting' || code === 'EAUTH') return false;
  return responseCode !== null && responseCode >= 500 && responseCode !== 530 && responseCode !== 535;
}
