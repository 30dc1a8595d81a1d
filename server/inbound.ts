import type { Config } from './config.ts';
import type { InboundOutcome } from './features/inbound/claim-inbound.ts';
import { imapAccount } from './features/inbound/imap-account.ts';
import { listenLmtp } from './features/inbound/listen-lmtp.ts';
import { readImap } from './features/inbound/read-imap.ts';
import { recipientsOf } from './features/inbound/recipients-of.ts';
import { type InboundReaders, startWorkingOff } from './features/inbound/work-off.ts';
import { type BounceOutcome, handleBounce } from './features/mail/handle-bounce.ts';
import { readBounceAddress } from './features/mail/bounce-address.ts';
import type { PostOffice } from './features/mail/post-office.ts';
import { guestByTag } from './features/replies/find-invitation.ts';
import { handleReply, handleUnreadable, type ReplyTools } from './features/replies/handle-reply.ts';
import { now } from './platform/clock.ts';
import type { Log } from './platform/log.ts';
import { stopMailParser } from './platform/mail-parser/parse-mail.ts';
import { replyTag } from './platform/reply-address.ts';

export interface RunningInbound {
  /** Where the LMTP door is, when it was left to the system to choose. */
  lmtpPort: number | null;
  stop(): Promise<void>;
}

type InboundSettings = Pick<Config, 'inbound' | 'locale'>;

/** Mail that comes in: reports and wishes first, answers after them. Nothing is started where no address is given. */
export async function startInbound(
  { inbound, locale }: InboundSettings,
  { office, log }: { office: PostOffice; log: Log },
): Promise<RunningInbound> {
  if (!inbound) return { lmtpPort: null, stop: () => Promise.resolve() };
  const { address, authservId, imapUrl, lmtpListen } = inbound;
  const worker = startWorkingOff(readers({ inbound: address, authservId, locale }, office), log);
  const received = (): void => worker.nudge();
  const own = address.address.toLowerCase();
  const isOurs = (recipient: string): boolean =>
    replyTag(address, recipient) !== null || readBounceAddress(office, recipient) !== null;
  const knows = async (recipient: string): Promise<boolean> => {
    const tag = replyTag(address, recipient);
    if (tag) return (await guestByTag(tag)) !== null;
    return recipient.toLowerCase() === own || isReturnPath(office, recipient) || isOurs(recipient);
  };
  const door = lmtpListen ? await listenLmtp({ listen: lmtpListen, knows, received, log }) : null;
  const recipients = (raw: Buffer): string[] => recipientsOf(raw, { isOurs, otherwise: own });
  const mailbox = imapUrl ? readImap({ account: imapAccount(imapUrl), recipients, received, log }) : null;
  return {
    lmtpPort: door?.port ?? null,
    stop: async () => {
      await Promise.all([door?.close(), mailbox?.stop()]);
      await worker.stop();
      await stopMailParser();
    },
  };
}

/** Complaints of a provider may come to the plain address of reports. */
function isReturnPath({ returnPath }: PostOffice, recipient: string): boolean {
  return returnPath !== null && returnPath.toLowerCase() === recipient.toLowerCase();
}

function readers(tools: ReplyTools, office: PostOffice): InboundReaders {
  return {
    read: async (mail, row) => {
      const bounce = await handleBounce(mail, row.recipient, office);
      return bounce === 'not-ours' ? handleReply(mail, row, tools) : bounceOutcome(bounce);
    },
    giveUp: (row, reason) => handleUnreadable(row, reason, tools),
  };
}

function bounceOutcome(outcome: BounceOutcome): InboundOutcome {
  return {
    state: outcome === 'applied' ? 'handled' : 'ignored',
    decision: { reason: 'bounce', kind: null, trust: '', at: now(), by: '' },
  };
}
