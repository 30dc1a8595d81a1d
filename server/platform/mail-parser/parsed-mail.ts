import type { Mailbox } from '../../../contract/mail.ts';

/** A mail that came in, taken apart. Nothing in it is to be trusted. */
export interface ParsedMail {
  /** Of the bytes as they came. */
  sha256: string;
  /** With its angle brackets, empty when the mail has none. */
  messageId: string;
  from: Mailbox | null;
  sender: Mailbox | null;
  to: Mailbox[];
  subject: string;
  date: Date | null;
  inReplyTo: string;
  references: string[];
  /** By lower-case name, each in the order of the mail: the topmost first. */
  headers: ReadonlyMap<string, readonly string[]>;
  /** The body to read, made from the HTML where there is no text. */
  text: string;
  html: string;
  /** Every leaf that is not the body. A forwarded mail stays one part: what is inside it is not this mail's word. */
  parts: MailLeaf[];
}

export interface MailLeaf {
  /** Lower case, without parameters. */
  contentType: string;
  parameters: Record<string, string>;
  filename: string;
  content: Buffer;
}

export type UnreadableReason = 'too-large' | 'too-many-parts' | 'too-slow' | 'malformed';

/** The mail breaks a limit or is no mail at all. */
export class UnreadableMail extends Error {
  readonly reason: UnreadableReason;

  constructor(reason: UnreadableReason) {
    super(`The mail could not be read: ${reason}`);
    this.reason = reason;
  }
}
