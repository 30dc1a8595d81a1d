import type { MailState } from '../../../contract/states.ts';

/** A mail in one of these is with us alone and can still be held or taken back. */
export const waitingStates: readonly MailState[] = ['queued', 'retry', 'unknown'];
