import { InboundMails } from '../../../models/inbound-mail.ts';
import { now } from '../../platform/clock.ts';
import { every, type Scheduled } from '../../platform/jobs/schedule.ts';
import type { Log } from '../../platform/log.ts';
import { parseMail } from '../../platform/mail-parser/parse-mail.ts';
import { type ParsedMail, UnreadableMail } from '../../platform/mail-parser/parsed-mail.ts';
import {
  claimInbound,
  type ClaimedInbound,
  finishInbound,
  type InboundOutcome,
  postponeInbound,
  retryInbound,
} from './claim-inbound.ts';

/** What the features above make of a mail. Both may be asked twice about one: after a crash, or when it took too long. */
export interface InboundReaders {
  /** Null when its turn has not come: the sender has sent too much within the hour. */
  read(mail: ParsedMail, row: ClaimedInbound): Promise<InboundOutcome | null>;
  /** For a mail that could not be taken apart, or whose reading failed again and again. */
  giveUp(row: ClaimedInbound, reason: 'unreadable' | 'failed'): Promise<InboundOutcome>;
}

const lookEvery = 2_000;
const forgetEvery = 60 * 60_000;
const mostTries = 5;
const slowTries = 3;
const pauseMs = 10 * 60_000;

/** Works off what has come in: now, and whenever something is due. */
export function startWorkingOff(readers: InboundReaders, log: Log): Scheduled {
  const work = every(lookEvery, { name: 'inbound', log, run: () => workOff(readers, log) });
  const forget = every(forgetEvery, { name: 'inbound-forget', log, run: forgetContent });
  return {
    nudge: () => work.nudge(),
    stop: async () => void (await Promise.all([work.stop(), forget.stop()])),
  };
}

/** Everything that is due, one after the other. */
export async function workOff(readers: InboundReaders, log: Log): Promise<void> {
  for (let mail = await claimInbound(); mail; mail = await claimInbound()) {
    await workOffOne(mail, readers);
    log.debug({ inbound: String(mail._id) }, 'inbound mail read');
  }
}

async function workOffOne(row: ClaimedInbound, readers: InboundReaders): Promise<void> {
  if (row.tries > mostTries) return finishInbound(row, await readers.giveUp(row, 'failed'));
  const mail = await takeApart(row);
  if (mail === 'again') return retryInbound(row, 5_000 * row.tries);
  if (mail === null) return finishInbound(row, await readers.giveUp(row, 'unreadable'));
  const outcome = await readers.read(mail, row);
  if (outcome) return finishInbound(row, outcome);
  await postponeInbound(row, pauseMs);
}

/** A busy machine is slow without the mail's fault, so slowness counts when it happens again. */
async function takeApart(row: ClaimedInbound): Promise<ParsedMail | null | 'again'> {
  try {
    return await parseMail(row.raw);
  } catch (error) {
    if (!(error instanceof UnreadableMail)) throw error;
    return error.reason === 'too-slow' && row.tries < slowTries ? 'again' : null;
  }
}

/** A fortnight after the decision nobody needs what was written; that it came is still known. */
export async function forgetContent(): Promise<void> {
  await InboundMails.updateMany(
    // In older rows it is counted from the arrival.
    { forgetAt: { $lte: now() }, state: { $in: ['handled', 'ignored'] } },
    { $set: { raw: null, reading: null, forgetAt: null } },
  );
}
