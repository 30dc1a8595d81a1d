/** What a part of the hall looks like. */
export const areaKinds = ['stage', 'rows', 'tables', 'u'] as const;
export type AreaKind = (typeof areaKinds)[number];

export const seatingLimits = {
  areas: 12,
  rows: 60,
  seatsPerRow: 80,
  tables: 400,
  seatsPerTable: 24,
  /** In one plan. */
  seats: 10_000,
} as const;
