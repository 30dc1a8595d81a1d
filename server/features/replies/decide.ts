import type { InboundReason } from '../../../contract/inbound.ts';
import type { AnswerKind } from '../../../contract/states.ts';
import type { Guest, Substitute } from '../../../models/guest.ts';
import type { ReplyState } from '../invitations/reply-state.ts';
import type { CalendarPerson, CalendarReading, CalendarReply } from './read-calendar.ts';
import type { TextReply } from './read-text.ts';
import type { Trust } from './trust.ts';

/** Everything a decision rests on. Nothing here needs the database, and nothing here writes. */
export interface ReplyFacts {
  guest: Pick<Guest, 'email' | 'answer' | 'invitation'>;
  state: ReplyState;
  trust: Trust;
  calendar: CalendarReading;
  text: TextReply;
  /** What the mail says about its own time. */
  date: Date | null;
  arrivedAt: Date;
  isAutomatic: boolean;
  /** Its clues name different invitations. */
  isTorn: boolean;
  isCut: boolean;
  /** Outlook's own format, which we do not read. */
  hasWinmail: boolean;
}

export interface ReadAnswer {
  kind: AnswerKind;
  channel: 'calendar' | 'mail';
  at: Date;
  note: string;
  substitute: Substitute | null;
  /** Of the calendar entry it was given to. */
  sequence?: number;
}

export type Decision =
  | { act: 'apply'; answer: ReadAnswer }
  /** A person decides; `kind` is what we think it means. */
  | { act: 'ask'; reason: InboundReason; kind: AnswerKind | null }
  | { act: 'drop'; reason: InboundReason }
  /** The guest gets the invitation as it is now. */
  | { act: 'resend'; reason: 'old-date' | 'refresh'; kind: AnswerKind | null };

const clockSlack = 10 * 60_000;

export function decide(facts: ReplyFacts): Decision {
  const { calendar } = facts;
  if (facts.isCut) return ask('unreadable');
  if (facts.isTorn) return ask('several');
  switch (calendar.kind) {
    case 'several':
      return ask('several');
    case 'broken':
      return ask('unclear', facts.text.kind);
    case 'reply':
      return decideCalendar(calendar.reply, facts);
    case 'none':
      return decideText(facts);
  }
}

/** The answer in it, proposed or not; null when there is none. */
export function kindIn(decision: Decision): AnswerKind | null {
  switch (decision.act) {
    case 'apply':
      return decision.answer.kind;
    case 'ask':
    case 'resend':
      return decision.kind;
    case 'drop':
      return null;
  }
}

function decideCalendar(reply: CalendarReply, facts: ReplyFacts): Decision {
  const isBelieved = facts.trust.level !== 'C';
  if (reply.method === 'REFRESH')
    return isBelieved ? { act: 'resend', reason: 'refresh', kind: null } : drop('no-answer-in-it');
  if (reply.method === 'COUNTER') return ask('counter');

  const invited = facts.guest.email.trim().toLowerCase();
  const person = personIn(reply, invited);
  if (person === null) return ask('several');
  if (person.delegatedFrom.includes(invited)) return ask('delegate-answers', kindOf(person.partstat));
  if (person.partstat === 'NEEDS-ACTION') return drop('no-answer-in-it');
  const kind = kindOf(person.partstat);
  if (kind === null) return ask('unclear');
  const doubt = facts.trust.doubt ?? (person.address === invited ? null : 'other-sender');
  if (doubt) return ask(doubt, kind);
  if (facts.state !== 'open') return ask(facts.state, kind);
  const { timeSequence = 0 } = facts.guest.invitation ?? {};
  if (reply.sequence < timeSequence) return { act: 'resend', reason: 'old-date', kind };
  const at = momentOf(reply.stamp ?? facts.date, facts);
  if (isOlder(at, facts, reply.sequence)) return drop('superseded');
  const substitute = kind === 'substitute' ? substituteIn(reply, person) : null;
  if (kind === 'substitute' && !substitute) return ask('delegated', kind);
  return {
    act: 'apply',
    answer: {
      kind,
      channel: 'calendar',
      at,
      note: noteOf(reply, facts),
      substitute,
      sequence: reply.sequence,
    },
  };
}

/** The invited one; or the only one there is, whoever that is. Null when it cannot be told. */
function personIn({ people }: CalendarReply, invited: string): CalendarPerson | null {
  const own = people.filter(({ address }) => address === invited);
  if (own.length === 1) return own[0] ?? null;
  return own.length === 0 && people.length === 1 ? (people[0] ?? null) : null;
}

function kindOf(partstat: string): AnswerKind | null {
  switch (partstat) {
    case 'ACCEPTED':
      return 'attending';
    case 'DECLINED':
      return 'declined';
    case 'TENTATIVE':
      return 'tentative';
    case 'DELEGATED':
      return 'substitute';
    default:
      return null;
  }
}

function substituteIn({ people }: CalendarReply, { delegatedTo }: CalendarPerson): Substitute | null {
  const [email = ''] = delegatedTo;
  if (email === '') return null;
  const named = people.find(({ address }) => address === email)?.name ?? '';
  return { name: named || email, position: '', phone: '', email };
}

/** Outlook puts the guest's words into the body; others fill it with words of their own. */
function noteOf({ comment, product }: CalendarReply, { text }: ReplyFacts): string {
  if (comment !== '') return comment;
  return /microsoft/i.test(product) ? text.written.slice(0, 2_000) : '';
}

function decideText({ text, trust, state, ...facts }: ReplyFacts): Decision {
  if (facts.isAutomatic) return drop('automatic');
  if (facts.hasWinmail) return ask('winmail', text.kind);
  if (text.written === '') return ask('empty');
  const { kind, note } = text;
  if (kind === null) return ask('unclear');
  if (trust.doubt) return ask(trust.doubt, kind);
  if (state !== 'open') return ask(state, kind);
  const at = momentOf(facts.date, facts);
  if (isOlder(at, facts, null)) return drop('superseded');
  return { act: 'apply', answer: { kind, channel: 'mail', at, note, substitute: null } };
}

/** No clock is believed that is ahead of ours, or that says the answer came before the invitation. */
function momentOf(said: Date | null, { arrivedAt, guest }: Pick<ReplyFacts, 'arrivedAt' | 'guest'>): Date {
  if (!said || said.getTime() > arrivedAt.getTime() + clockSlack) return arrivedAt;
  const sentAt = guest.invitation?.sentAt?.getTime() ?? 0;
  return said.getTime() < sentAt - clockSlack ? arrivedAt : said;
}

/** Whether the answer we have is newer. An answer to an earlier date or an earlier entry never is. */
function isOlder(at: Date, { guest }: Pick<ReplyFacts, 'guest'>, sequence: number | null): boolean {
  const { answer } = guest;
  if (!answer || answer.beforeChange) return false;
  if (sequence !== null && answer.sequence !== undefined && answer.sequence !== sequence)
    return sequence < answer.sequence;
  return at.getTime() < answer.at.getTime();
}

function ask(reason: InboundReason, kind: AnswerKind | null = null): Decision {
  return { act: 'ask', reason, kind };
}

function drop(reason: InboundReason): Decision {
  return { act: 'drop', reason };
}
