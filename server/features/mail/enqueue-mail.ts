import type { Types } from 'mongoose';
import type { Locale } from '../../../contract/locales.ts';
import type { Mailbox, MailPurpose } from '../../../contract/mail.ts';
import type { Effect } from '../../../models/fields/effects.ts';
import { type OutboxMail, OutboxMails } from '../../../models/outbox-mail.ts';
import { now } from '../../platform/clock.ts';
import { isDuplicateKey } from '../../platform/database/duplicate-key.ts';
import { Refused } from '../../platform/errors.ts';
import { displayName, domainOf, isMailAddress } from '../../platform/mail-address.ts';
import { messageIdOf } from './compose-mail.ts';
import { laneOf } from './lane-of.ts';
import { tellMail } from './tell-mail.ts';
import { wakeLanes } from './wake-lanes.ts';

const FAR = new Date('9999-01-01T00:00:00Z');

/** What is needed of the driver's collection. */
interface InsertTarget {
  insertMany(rows: OutboxMail[], options: object): Promise<unknown>;
}

// The plain driver: the rows are whole and made by our own code, and checking hundreds of them at once holds up pages.
const collection = OutboxMails.collection as unknown as InsertTarget;

/** What somebody wants sent. The text is written when the mail's turn comes, by the writer of its kind. */
export interface MailOrder {
  id: string;
  kind: string;
  locale: Locale;
  to: Mailbox;
  from: Mailbox;
  event?: Types.ObjectId | null;
  guest?: Types.ObjectId | null;
  wave?: Types.ObjectId | null;
  purpose?: MailPurpose;
  data?: Record<string, unknown>;
  urgent?: boolean;
  /** Not sent a second time, should the first be uncertain, to a guest who has answered meanwhile. */
  settledByAnswer?: boolean;
  /** Not before this moment. */
  due?: Date;
}

/** Puts mails into the outbox. An id that is there already stays as it is, whatever became of it. */
export async function enqueueMail(...orders: readonly MailOrder[]): Promise<void> {
  if (orders.length === 0) return;
  const rows = orders.map(rowOf);
  try {
    await collection.insertMany(rows, { ordered: false });
  } catch (error) {
    if (!isOnlyDuplicates(error)) throw error;
  }
  await wakeLanes(earliest(rows));
  tellOf(rows);
}

function tellOf(rows: readonly { event: Types.ObjectId | null }[]): void {
  const events = new Map(rows.map(({ event }) => [String(event), event]));
  for (const event of events.values()) tellMail(event);
}

/** The lanes of these mails, each with the moment its first one is due. */
function earliest(rows: readonly { lane: string; due: Date }[]): Map<string, Date> {
  const lanes = new Map<string, Date>();
  for (const { lane, due } of rows) if (due < (lanes.get(lane) ?? FAR)) lanes.set(lane, due);
  return lanes;
}

/** The same as an effect, to be written with the fact that the mail tells of. */
export function mailEffect(order: MailOrder): Effect {
  return { id: `mail:${order.id}`, kind: 'mail', data: { ...order, id: order.id }, at: now() };
}

/** Carries out effects made by `mailEffect`. */
export async function enqueueMailEffects(effects: readonly Effect[]): Promise<void> {
  await enqueueMail(...effects.map(({ data }) => data as unknown as MailOrder));
}

function rowOf({ id, to, from, ...order }: MailOrder): OutboxMail & { due: Date } {
  const queueing = {
    urgent: order.urgent ?? false,
    purpose: order.purpose ?? 'service',
    domain: domainOf(to.address),
  };
  const at = now();
  return {
    ...queued,
    ...queueing,
    lane: laneOf(queueing),
    _id: id,
    event: order.event ?? null,
    guest: order.guest ?? null,
    wave: order.wave ?? null,
    kind: order.kind,
    locale: order.locale,
    to: checked(to),
    from: checked(from),
    data: order.data ?? {},
    settledByAnswer: order.settledByAnswer ?? false,
    due: order.due ?? at,
    messageId: messageIdOf(id, from),
    queuedAt: at,
    log: [],
    effects: [],
  };
}

/** Of every mail that nobody has looked at yet. */
const queued = {
  held: false,
  subject: '',
  state: 'queued',
  stage: null,
  leaseUntil: null,
  token: null,
  attempts: 0,
  unknowns: 0,
  interruptions: 0,
  raw: null,
  sentAt: null,
  via: null,
  lastError: null,
  troubledAt: null,
  settledByAnswer: false,
} as const;

/** Unordered: whatever could be written was. An id that was there is no error, anything else is. */
function isOnlyDuplicates(error: unknown): boolean {
  if (!isDuplicateKey(error)) return false;
  const errors: unknown = error instanceof Error && 'writeErrors' in error ? error.writeErrors : [];
  return Array.isArray(errors) && errors.every((each: { code?: unknown }) => each.code === 11_000);
}

function checked({ name, address }: Mailbox): Mailbox {
  if (!isMailAddress(address)) throw new Refused('mail.address-wrong', { address });
  return { name: displayName(name), address };
}
