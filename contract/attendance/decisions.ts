/** What somebody decided about an entry that contradicts another. */
export const doubleDecisions = [
  /** Two people came in: nothing is taken back, and the second gets a name. */
  'two-people',
  /** One person was scanned twice: the second entry is taken back. */
  'same-person',
  /** Whoever came in second came along with the guest. */
  'companion',
  /** Somebody else on the list came in: the entry moves to them. */
  'wrong-guest',
  /** Looked at, and left as it is. */
  'set-aside',
] as const;
export type DoubleDecision = (typeof doubleDecisions)[number];

/** What somebody decided about an entry by a pass that was revoked before: it is left as it is, or taken back. */
export const revokedDecisions = ['set-aside', 'taken-back'] as const;

/** What somebody decided about what a device uploaded and nobody of the event was meant by. */
export const strayDecisions = ['assigned', 'set-aside'] as const;
/** And what the device says that it came from. */
export const strayOutcomes = [...strayDecisions, 'taken-back'] as const;
export type StrayDecision = (typeof strayOutcomes)[number];
