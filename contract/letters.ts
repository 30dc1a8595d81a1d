/** What is written to guests, in the order in which an event needs it. */
export const letterKinds = [
  'save-the-date',
  'invitation',
  'reminder',
  'programme-changed',
  'update',
  'pass',
  'cancellation',
  'withdrawal',
  'thank-you',
  'announcement',
] as const;
export type LetterKind = (typeof letterKinds)[number];

/** How a wave reaches its guests. All but mail are done by people, who mark here that it is done. */
export const waveChannels = ['mail', 'letter', 'phone', 'zalo', 'hand'] as const;
export type WaveChannel = (typeof waveChannels)[number];

/** A scheduled wave waits for its moment, a paused one for a person. */
export const waveStates = ['scheduled', 'sending', 'paused', 'done', 'cancelled'] as const;
export type WaveState = (typeof waveStates)[number];

/** Whom a wave means. */
export const selectionKinds = [
  'not-invited',
  'no-answer',
  'attending',
  'tentative',
  'substitute',
  'declined',
  'expected',
  'invited',
  'everybody',
  'unconfirmed',
  'outdated',
  'arrived',
  'removed',
  'bounced',
  'no-email',
  'category',
  'delegation',
  'wave',
  'guests',
] as const;
export type SelectionKind = (typeof selectionKinds)[number];

export const momentKinds = ['now', 'at', 'before', 'after'] as const;
export type MomentKind = (typeof momentKinds)[number];

export const momentUnits = ['days', 'hours'] as const;
export type MomentUnit = (typeof momentUnits)[number];

/** What "before" and "after" count from. */
export const momentAnchors = ['start', 'reply-by', 'end'] as const;
export type MomentAnchor = (typeof momentAnchors)[number];
