import type { MailRoute, MailStage } from '../../../contract/mail.ts';
import { smtpTransport } from './smtp-transport.ts';

export interface Letter {
  from: string;
  to: string;
  raw: Buffer;
}

export interface SendWatch {
  /** Awaited before the first byte of the mail leaves. What it throws keeps the mail here. */
  beforeData: () => Promise<void>;
  signal: AbortSignal;
}

export type SendResult =
  | { ok: true; response: string }
  | { ok: false; stage: MailStage; responseCode: number | null; code: string; text: string };

export interface MailTransport {
  via: MailRoute;
  send(letter: Letter, watch: SendWatch): Promise<SendResult>;
  close(): void;
}

/** The server named by SMTP_URL, or without one the built-in mailbox. */
export function createTransport(smtpUrl: string | null): MailTransport {
  return smtpUrl === null ? mailboxTransport() : smtpTransport(smtpUrl);
}

/** Mails stay in the outbox and count as sent; the mailbox page shows their bytes. */
export function mailboxTransport(): MailTransport {
  return {
    via: 'mailbox',
    send: () => Promise.resolve({ ok: true, response: '' }),
    close: () => undefined,
  };
}
