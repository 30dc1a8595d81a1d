import type { QueryFilter } from 'mongoose';
import { limits } from '../../../contract/limits.ts';
import { type MailState, mailStates } from '../../../contract/states.ts';
import { type OutboxMail, OutboxMails } from '../../../models/outbox-mail.ts';
import { leanBytes } from '../../platform/database/lean-bytes.ts';
import { NotFound } from '../../platform/errors.ts';
import type { Access, OfficeAccess } from '../access/access.ts';

export type MailLine = Omit<OutboxMail, 'raw' | 'log' | 'effects' | 'data'>;

export interface MailPage {
  mails: readonly MailLine[];
  /** Where the next page begins; null on the last one. */
  next: MailCursor | null;
}

export interface MailCursor {
  queuedAt: Date;
  id: string;
}

export interface MailFilter {
  state?: MailState;
  guest?: OutboxMail['guest'];
  after?: MailCursor;
}

/** Mails of an event, or of the office outside events. */
export type Scope = Access | OfficeAccess;

/** The outbox, newest first, without the mails' bytes. */
export async function listMails(scope: Scope, { state, guest, after }: MailFilter = {}): Promise<MailPage> {
  const filter: QueryFilter<OutboxMail> = { event: eventOf(scope) };
  if (state) filter.state = state;
  if (guest) filter.guest = guest;
  if (after) {
    filter.$or = [
      { queuedAt: { $lt: after.queuedAt } },
      { queuedAt: after.queuedAt, _id: { $lt: after.id } },
    ];
  }
  const mails = await OutboxMails.find(filter, { raw: 0, log: 0, effects: 0, data: 0 })
    .sort({ queuedAt: -1, _id: -1 })
    .limit(limits.pageSize + 1)
    .lean<MailLine[]>();
  const shown = mails.slice(0, limits.pageSize);
  const last = shown.at(-1);
  return {
    mails: shown,
    next: mails.length > shown.length && last ? { queuedAt: last.queuedAt, id: last._id } : null,
  };
}

export async function countMails(scope: Scope): Promise<Record<MailState, number>> {
  const counts = await Promise.all(
    mailStates.map(
      async (state) => [state, await OutboxMails.countDocuments({ event: eventOf(scope), state })] as const,
    ),
  );
  return Object.fromEntries(counts) as Record<MailState, number>;
}

export async function findMail(scope: Scope, id: string): Promise<OutboxMail> {
  const mail = await OutboxMails.findOne({ _id: id, event: eventOf(scope) }).lean<OutboxMail>();
  if (!mail) throw new NotFound('mail.unknown');
  return { ...mail, raw: mail.raw && leanBytes(mail.raw) };
}

export function eventOf(scope: Scope): OutboxMail['event'] {
  return 'event' in scope ? scope.event._id : null;
}
