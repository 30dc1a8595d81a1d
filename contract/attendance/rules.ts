/** How often a list lets the same guest in. */
export const listRules = ['once', 'daily', 'times', 'in-out'] as const;
export type ListRule = (typeof listRules)[number];

export interface CheckInRule {
  rule: ListRule;
  /** With `times`: how often. */
  times: number;
  /** With `daily`: where a day begins, and in which zone. */
  timeZone: string;
  dayStartsAt: number;
}

/** In hours after midnight: whoever leaves a gala at two in the morning is still of the evening before. */
export const DAY_STARTS_AT = 4;

/** Two reads of one pass at one device within this time are one read. */
export const DOUBLE_READ_MS = 30_000;

/** A steward takes back own work within this time (R-OF-7); a supervisor takes back more. */
export const UNDO_WITHIN_MS = 15 * 60_000;
