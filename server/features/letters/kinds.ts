import type { LetterKind, SelectionKind, WaveChannel } from '../../../contract/letters.ts';
import type { MailPurpose } from '../../../contract/mail.ts';
import type { GuestStanding } from '../../../contract/states.ts';
import { standingsOnList } from '../guests/list-filter.ts';

/** What makes one kind of letter different from another. */
export interface LetterRules {
  /** A campaign respects who wants no such mails; a service is about something the guest has agreed to. */
  purpose: MailPurpose;
  /** Whether the calendar entry goes with it, or is taken back by it. */
  calendar: 'request' | 'withdraw' | 'none';
  /** Who may be written to at all; everybody else is named as an exception. */
  standings: readonly GuestStanding[];
  /** Whom the page offers, the usual ones first. */
  audiences: readonly [SelectionKind, ...SelectionKind[]];
  /** How it may reach people besides mail. */
  channels: readonly WaveChannel[];
  /** Which buttons stand below the text. */
  buttons: 'answer' | 'open' | 'none';
  brings: readonly ('facts' | 'pass')[];
}

const awaited = ['no-answer', 'attending', 'tentative', 'substitute'] as const satisfies GuestStanding[];
const byHand = ['mail', 'letter', 'phone', 'zalo', 'hand'] as const;
const byMail = ['mail'] as const;
const invitedOnes = [
  'outdated',
  'invited',
  'no-answer',
  'expected',
  'attending',
  'tentative',
  'substitute',
  'unconfirmed',
  'bounced',
  'category',
  'delegation',
  'wave',
] as const satisfies SelectionKind[];

const rules: Readonly<Record<LetterKind, LetterRules>> = {
  'save-the-date': {
    purpose: 'campaign',
    calendar: 'none',
    standings: ['not-invited'],
    audiences: ['not-invited', 'category', 'delegation'],
    channels: byMail,
    buttons: 'none',
    brings: [],
  },
  invitation: {
    purpose: 'campaign',
    calendar: 'request',
    standings: ['not-invited'],
    audiences: ['not-invited', 'category', 'delegation', 'no-email'],
    channels: byHand,
    buttons: 'answer',
    brings: ['facts'],
  },
  reminder: {
    purpose: 'campaign',
    calendar: 'request',
    standings: ['no-answer'],
    audiences: ['no-answer', 'category', 'delegation', 'wave', 'bounced', 'no-email'],
    channels: byHand,
    buttons: 'answer',
    brings: ['facts'],
  },
  'programme-changed': {
    purpose: 'service',
    calendar: 'request',
    standings: awaited,
    audiences: invitedOnes,
    channels: byHand,
    buttons: 'answer',
    brings: ['facts'],
  },
  update: {
    purpose: 'service',
    calendar: 'request',
    standings: awaited,
    audiences: invitedOnes,
    channels: byHand,
    buttons: 'open',
    brings: ['facts'],
  },
  pass: {
    purpose: 'service',
    calendar: 'request',
    // A substitute is a guest as well, with a pass of their own.
    standings: ['attending'],
    audiences: ['attending', 'category', 'delegation'],
    channels: byMail,
    buttons: 'open',
    brings: ['pass', 'facts'],
  },
  cancellation: {
    purpose: 'service',
    calendar: 'withdraw',
    standings: awaited,
    audiences: ['invited', 'no-answer', 'expected', 'category', 'delegation', 'wave'],
    channels: byHand,
    buttons: 'none',
    brings: [],
  },
  withdrawal: {
    purpose: 'service',
    calendar: 'withdraw',
    standings: ['cancelled'],
    audiences: ['removed', 'category', 'delegation'],
    channels: byHand,
    buttons: 'none',
    brings: [],
  },
  'thank-you': {
    purpose: 'campaign',
    calendar: 'none',
    standings: standingsOnList,
    audiences: ['arrived', 'expected', 'category', 'delegation', 'everybody'],
    channels: byMail,
    buttons: 'none',
    brings: [],
  },
  announcement: {
    purpose: 'campaign',
    calendar: 'none',
    standings: standingsOnList,
    audiences: [
      'everybody',
      'expected',
      'no-answer',
      'tentative',
      'declined',
      'not-invited',
      'arrived',
      'unconfirmed',
      'category',
      'delegation',
      'wave',
    ],
    channels: byMail,
    buttons: 'none',
    brings: [],
  },
};

export function rulesOf(kind: LetterKind): LetterRules {
  return rules[kind];
}

/** Whom a kind of letter is usually for. */
export function usualAudience(kind: LetterKind): SelectionKind {
  return rules[kind].audiences[0];
}
