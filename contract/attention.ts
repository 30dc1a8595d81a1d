/** What may need somebody, in the order in which it is listed: the most pressing first. */
export const concernKinds = [
  'devices-lost',
  'devices-silent',
  'doubles',
  'unreached',
  'mail-failed',
  'mail-uncertain',
  'silent-chiefs',
  'replies',
  'unconfirmed',
  'substitutes',
  'recipients',
  'names-waiting',
  'units-behind',
  'seats-lost',
  'seats-doubled',
  'agenda-clashes',
  'duplicates',
] as const;
export type ConcernKind = (typeof concernKinds)[number];
