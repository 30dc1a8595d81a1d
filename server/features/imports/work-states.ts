import type { ImportState } from '../../../models/guest-import.ts';

/** What goes on by itself, and is waited for. */
export const workStates = ['checking', 'answering', 'writing', 'undoing'] as const satisfies ImportState[];
