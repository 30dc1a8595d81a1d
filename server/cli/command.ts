import type { Config } from '../config.ts';

export interface Terminal {
  out: (line: string) => void;
  err: (line: string) => void;
  config: Config;
}

export interface Given {
  positionals: string[];
  options: Record<string, string | boolean | undefined>;
}

/** Exit codes: 0 done, 1 not done or something found, 2 asked in a way that is not understood. */
export interface Command {
  name: string;
  /** What follows the name: `FILE [--slug S]`. */
  usage: string;
  summary: string;
  /** How many words without dashes it takes. */
  takes: number;
  options: Record<string, { type: 'string' | 'boolean' }>;
  run(given: Given, terminal: Terminal): Promise<number>;
}

/** Something the person at the terminal can mend; the message is the sentence they see. */
export class CommandError extends Error {
  readonly exitCode: number;

  constructor(message: string, exitCode = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}

export function textOption({ options }: Given, name: string): string | undefined {
  const value = options[name];
  return typeof value === 'string' ? value : undefined;
}
