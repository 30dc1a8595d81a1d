import type { Finding, Source } from '../sources.ts';

/** A mistake made on purpose, and the finding that must come of it. */
export interface Violation {
  /** What is done wrong, as a sentence goes on: "finds …". */
  what: string;
  check: () => Finding[];
  file: string;
  line: number;
  says: RegExp;
}

export function planted(path: string, text: string): Source {
  return { path, text };
}
