import { randomUUID } from 'node:crypto';
import type { MailStage } from '../../../contract/mail.ts';
import type { MailState } from '../../../contract/states.ts';
import type { MailLane } from '../../../models/mail-lane.ts';
import { type OutboxMail, OutboxMails } from '../../../models/outbox-mail.ts';
import { now } from '../../platform/clock.ts';
import { leanBytes } from '../../platform/database/lean-bytes.ts';
import { type MailTimings, usualTimings } from './mail-timings.ts';
import { openRoad, restLane, type Road, takeTurn } from './take-turn.ts';
import { wakeLanes } from './wake-lanes.ts';
import { type ClaimedWrite, writeClaimed } from './write-claimed.ts';

/** A mail that is this worker's while its lease lasts. */
export interface ClaimedMail extends Omit<OutboxMail, 'log' | 'effects'> {
  token: string;
  leaseMs: number;
  /** How many times slower than usual campaigns to its domain are. */
  slowness: number;
  /** Composed just now, and kept with the next write: before the first byte leaves, or with the end of the attempt. */
  fresh: Pick<OutboxMail, 'raw' | 'subject'> | null;
}

export interface MailOutcome {
  state: MailState;
  stage: MailStage | null;
  due?: Date | null;
  code?: string;
  text?: string;
  set?: Partial<OutboxMail>;
}

/** Somebody else has the mail by now. Nothing may be written about it any more. */
export class LeaseLost extends Error {}

// A claim that a crash of the database forgets was never made. What must not be forgotten is written before the bytes
// leave, and everything before it with it.
const LIGHTLY = { writeConcern: { w: 1, j: false } } as const;

/** Takes the next mail whose turn it is. The attempt is counted now, so that it counts if we die. */
export async function claimMail(
  road: Road = openRoad,
  { leaseMs }: Pick<MailTimings, 'leaseMs'> = usualTimings,
): Promise<ClaimedMail | null> {
  for (;;) {
    const lane = await takeTurn(road);
    if (!lane) return null;
    const mail = await claimIn(lane, leaseMs);
    if (mail) return mail;
    await restLane(lane);
  }
}

async function claimIn(lane: MailLane, leaseMs: number): Promise<ClaimedMail | null> {
  const token = randomUUID();
  const mail = await OutboxMails.findOneAndUpdate(
    { lane: lane._id, held: false, due: { $lte: now() } },
    {
      $set: { state: 'sending', stage: 'connecting', due: null, leaseUntil: leaseEnd(leaseMs), token },
      $inc: { attempts: 1 },
    },
    {
      sort: { due: 1 },
      hint: { lane: 1, held: 1, due: 1 },
      returnDocument: 'after',
      projection: { log: 0, effects: 0 },
      ...LIGHTLY,
    },
  ).lean<OutboxMail>();
  return (
    mail && {
      ...mail,
      token,
      leaseMs,
      slowness: lane.slowness,
      fresh: null,
      raw: mail.raw && leanBytes(mail.raw),
    }
  );
}

export function extendLease(mail: ClaimedMail): Promise<void> {
  return writeHeld(mail, { leaseUntil: leaseEnd(mail.leaseMs) });
}

/** With the first stage the bytes are kept that are about to leave. */
export async function noteStage(mail: ClaimedMail, stage: MailStage): Promise<void> {
  await writeHeld(mail, { ...mail.fresh, stage, leaseUntil: leaseEnd(mail.leaseMs) });
  mail.fresh = null;
}

/** Ends the attempt: the mail rests, waits for its next turn, or is done. */
export async function recordOutcome(
  mail: Pick<OutboxMail, '_id' | 'token' | 'lane'> & Partial<Pick<ClaimedMail, 'fresh'>>,
  outcome: MailOutcome,
): Promise<void> {
  const { state, stage, due = null, code = '', text = '', set = {} } = outcome;
  const at = now();
  await write({
    mail,
    update: {
      $set: {
        ...mail.fresh,
        ...set,
        state,
        stage,
        due,
        leaseUntil: null,
        token: null,
        lastError: code === '' ? null : { code, text },
      },
      $push: { log: { $each: [{ at, state, stage, code, text }], $slice: -30 } },
      $inc: { unknowns: state === 'unknown' ? 1 : 0, interruptions: code === 'interrupted' ? 1 : 0 },
    },
    isIn: (row) => row.token === null && row.state === state && row.log[0]?.at.getTime() === at.getTime(),
  });
  if (due) await wakeLanes(new Map([[mail.lane, due]]));
}

function writeHeld(mail: ClaimedMail, $set: Partial<OutboxMail>): Promise<void> {
  return write({ mail, update: { $set }, isIn: ({ token }) => token === mail.token });
}

async function write(claimed: ClaimedWrite): Promise<void> {
  if (!(await writeClaimed(claimed))) throw new LeaseLost(claimed.mail._id);
}

function leaseEnd(leaseMs: number): Date {
  return new Date(now().getTime() + leaseMs);
}
