/**
 * How many of those who count must be there: nothing is asked for, more than half, two thirds, a share in percent, or
 * a number.
 */
export const quorumRules = ['none', 'majority', 'two-thirds', 'share', 'number'] as const;
export type QuorumRule = (typeof quorumRules)[number];

/** What makes a meeting able to decide. */
export interface Quorum {
  rule: QuorumRule;
  /** Percent with `share`, people with `number`. */
  value: number;
  /** Categories that count as official delegates; empty for everybody summoned. */
  of: readonly string[];
}

export interface QuorumStanding {
  present: number;
  summoned: number;
  needed: number;
  isReached: boolean;
}

/** Of nobody there is no quorum. */
export function quorumStanding(
  quorum: Quorum,
  { present, summoned }: { present: number; summoned: number },
): QuorumStanding {
  const needed = neededOf(quorum, summoned);
  return { present, summoned, needed, isReached: summoned > 0 && present >= needed };
}

/** In whole people, counted with whole numbers: two thirds of 99 are 66, and of 100 they are 67. */
function neededOf({ rule, value }: Quorum, summoned: number): number {
  switch (rule) {
    case 'none':
      return 0;
    case 'majority':
      return Math.floor(summoned / 2) + 1;
    case 'two-thirds':
      return Math.ceil((2 * summoned) / 3);
    case 'share':
      return Math.ceil((summoned * value) / 100);
    case 'number':
      return value;
  }
}
