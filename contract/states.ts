/** An event moves to the next state or back to the one before, unless that would leave somebody in front of a closed door. */
export const eventStates = ['draft', 'published', 'live', 'closed', 'archived'] as const;
export type EventState = (typeof eventStates)[number];

export const eventTypes = [
  'customer-conference',
  'year-end-review',
  'work-review',
  'youth-union-midterm-review',
  'party-work-review',
  'blank',
] as const;
export type EventType = (typeof eventTypes)[number];

/** The word for how delegates were called: one's own people are summoned, customers and others are invited. */
export function callOf(type: EventType): 'summoned' | 'invited' {
  return type === 'customer-conference' || type === 'blank' ? 'invited' : 'summoned';
}

/** A guest stays on the list when cancelled, so that nothing is forgotten. */
export const guestStates = ['listed', 'cancelled'] as const;
export type GuestState = (typeof guestStates)[number];

export const answerKinds = ['attending', 'declined', 'tentative', 'substitute'] as const;
export type AnswerKind = (typeof answerKinds)[number];

/** The channel an answer came through. */
export const answerChannels = [
  'page',
  'secretary',
  'calendar',
  'mail',
  'phone',
  'letter',
  'zalo',
  'staff',
  'api',
] as const;
export type AnswerChannel = (typeof answerChannels)[number];

/** Where a guest stands, derived from the invitation, the answer and the check-in: the tabs of the guest list. */
export const guestStandings = [
  'not-invited',
  'no-answer',
  'attending',
  'tentative',
  'substitute',
  'declined',
  'cancelled',
] as const;
export type GuestStanding = (typeof guestStandings)[number];

export const sides = ['leadership', 'host', 'internal', 'partner', 'guest'] as const;
export type Side = (typeof sides)[number];

export const agendaKinds = [
  'opening',
  'introduction',
  'report',
  'paper',
  'discussion',
  'remarks',
  'directive',
  'awards',
  'launch',
  'resolution',
  'performance',
  'break',
  'closing',
  'other',
] as const;
export type AgendaKind = (typeof agendaKinds)[number];

export const mailStates = [
  'queued',
  'sending',
  'sent',
  'retry',
  'failed',
  'unknown',
  'bounced',
  'suppressed',
  'cancelled',
] as const;
export type MailState = (typeof mailStates)[number];

/** What a door is told about a scan, in the words of the result band. */
export const verdicts = [
  'welcome',
  'already-here',
  'unknown-code',
  'other-event',
  'cancelled',
  'not-open',
  'wrong-category',
  'wrong-gate',
  'too-early',
  'too-late',
  'not-inside',
  'forged',
  'pass-revoked',
  'pass-replaced',
  'pass-expired',
  'not-listed',
  'not-synced',
] as const;
export type Verdict = (typeof verdicts)[number];

export const figureQualifiers = ['about', 'over', 'nearly'] as const;
export type FigureQualifier = (typeof figureQualifiers)[number];
