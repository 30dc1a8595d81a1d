/** Where somebody is whose arrival is watched, as their escort says. */
export const radarStatuses = [
  'expected',
  'on-the-way',
  'at-the-gate',
  'vip-room',
  'in-the-hall',
  'left',
] as const;
export type RadarStatus = (typeof radarStatuses)[number];

/** What an escort may set; nobody is set back to being expected. */
export const escortStatuses = ['on-the-way', 'at-the-gate', 'vip-room', 'in-the-hall', 'left'] as const;
