import { type InboundMail, InboundMails } from '../../../models/inbound-mail.ts';
import { receiveMail } from '../../../server/features/inbound/receive.ts';
import { workOff } from '../../../server/features/inbound/work-off.ts';
import {
  handleReply,
  handleUnreadable,
  type ReplyTools,
} from '../../../server/features/replies/handle-reply.ts';
import type { Log } from '../../../server/platform/log.ts';
import { inbound } from './invited.ts';

export interface Posting {
  recipient?: string;
  envelopeFrom?: string | null;
  authservId?: string | null;
}

const quiet = (): void => undefined;
export const silent: Log = { debug: quiet, info: quiet, warn: quiet, error: quiet };

/** A mail as it comes in, and what has become of it. */
export async function post(
  raw: string | Buffer,
  { recipient, envelopeFrom, authservId = null }: Posting = {},
) {
  await receiveMail({
    raw: Buffer.from(raw),
    recipients: [recipient ?? inbound.address],
    envelopeFrom: envelopeFrom === undefined ? 'somebody@mail.example' : envelopeFrom,
    via: 'lmtp',
  });
  await readAll({ inbound, authservId, locale: 'vi' });
  return InboundMails.findOne().sort({ _id: -1 }).orFail().lean<InboundMail>();
}

export async function readAll(tools: ReplyTools): Promise<void> {
  await workOff(
    {
      read: (mail, row) => handleReply(mail, row, tools),
      giveUp: (row, reason) => handleUnreadable(row, reason, tools),
    },
    silent,
  );
}

/** A letter in plain text. */
export function letter(from: string, text: string, headers: readonly string[] = []): string {
  return [
    `From: ${from}`,
    'To: rsvp@events.example.org',
    `Message-ID: <${Math.random().toString(36).slice(2)}@mail.example>`,
    'Subject: =?utf-8?B?VHLhuqMgbOG7nWk=?=',
    ...headers,
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
    '',
    text,
    '',
  ].join('\r\n');
}
