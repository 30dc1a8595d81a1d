/** Where a name on a unit's list stands. */
export const nomineeStates = ['named', 'accepted', 'returned', 'replaced'] as const;
export type NomineeState = (typeof nomineeStates)[number];

export const nominationStates = ['open', 'closed'] as const;
export type NominationState = (typeof nominationStates)[number];

export const nominationLimits = {
  /** The most seats one unit can be given. */
  quota: 500,
  /** More names than this nobody takes for a list of one unit. */
  nominees: 600,
  /** Units that are asked at once. */
  units: 300,
} as const;
