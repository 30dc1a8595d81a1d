/** What has become of a mail that came in. `needs-human` waits in the list of replies. */
export const inboundStates = ['received', 'handled', 'needs-human', 'ignored'] as const;
export type InboundState = (typeof inboundStates)[number];

/** Why a reply was applied, left to a person, or dropped. Each has a sentence in the list of replies. */
export const inboundReasons = [
  'applied',
  'other-sender',
  'not-authentic',
  'unclear',
  'empty',
  'late',
  'paused',
  'withdrawn',
  'over',
  'several',
  'counter',
  'delegated',
  'delegate-answers',
  'winmail',
  'unreadable',
  'failed',
  'old-date',
  'superseded',
  'no-answer-in-it',
  'refresh',
  'automatic',
  'bounce',
  'unknown',
  'accepted',
  'recorded',
  'link-sent',
  'dismissed',
] as const;
export type InboundReason = (typeof inboundReasons)[number];

export const inboundRoutes = ['lmtp', 'imap'] as const;
export type InboundRoute = (typeof inboundRoutes)[number];
