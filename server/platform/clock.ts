let clock: () => Date = () => new Date();

/** The present moment, everywhere. Pure functions take it as a parameter instead. */
export function now(): Date {
  return clock();
}

/** For tests and rehearsals: a fixed moment or a clock of one's own; null brings the real one back. */
export function setClock(replacement: Date | (() => Date) | null): void {
  if (replacement === null) clock = () => new Date();
  else if (replacement instanceof Date) clock = () => new Date(replacement);
  else clock = replacement;
}
