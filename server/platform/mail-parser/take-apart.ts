import { createHash } from 'node:crypto';
import PostalMime, { type Address, type Attachment, type Email } from 'postal-mime';
import type { Mailbox } from '../../../contract/mail.ts';
import { mailLimits } from './mail-limits.ts';
import { type MailLeaf, type ParsedMail, UnreadableMail } from './parsed-mail.ts';

/** Takes a mail apart in this thread. Use `parseMail` for anything that came from outside. */
export async function takeApart(raw: Buffer): Promise<ParsedMail> {
  if (raw.byteLength > mailLimits.size || hasTooManyLines(raw)) throw new UnreadableMail('too-large');
  const mail = await PostalMime.parse(raw, {
    forceRfc822Attachments: true,
    maxNestingDepth: mailLimits.depth,
    maxHeadersSize: mailLimits.headerBytes,
  });
  if (mail.attachments.length > mailLimits.parts) throw new UnreadableMail('too-many-parts');
  return {
    sha256: createHash('sha256').update(raw).digest('hex'),
    messageId: messageIdsIn(mail.messageId)[0] ?? '',
    from: mailboxOf(mail.from),
    sender: mailboxOf(mail.sender),
    to: (mail.to ?? []).flatMap((address) => mailboxesOf(address)).slice(0, 50),
    subject: oneLine(mail.subject ?? ''),
    date: dateOf(mail.date),
    inReplyTo: messageIdsIn(mail.inReplyTo)[0] ?? '',
    references: messageIdsIn(mail.references).slice(-30),
    headers: headersOf(mail),
    text: firstLines(mail.text ?? ''),
    html: (mail.html ?? '').slice(0, mailLimits.size / 4),
    parts: mail.attachments.map(leafOf).filter(isReadable),
  };
}

function hasTooManyLines(raw: Buffer): boolean {
  let lines = 0;
  for (let at = raw.indexOf(10); at >= 0; at = raw.indexOf(10, at + 1)) {
    lines += 1;
    if (lines > mailLimits.allLines) return true;
  }
  return false;
}

function mailboxOf(address: Address | undefined): Mailbox | null {
  return address ? (mailboxesOf(address)[0] ?? null) : null;
}

function mailboxesOf(address: Address): Mailbox[] {
  const boxes = address.group ?? [address];
  return boxes.map((box) => ({ name: oneLine(box.name), address: box.address.trim().toLowerCase() }));
}

function messageIdsIn(text: string | undefined): string[] {
  return (text ?? '').slice(0, 20_000).match(/<[^<>\s]{1,250}>/g) ?? [];
}

function dateOf(text: string | undefined): Date | null {
  const date = new Date(text ?? '');
  return Number.isNaN(date.getTime()) ? null : date;
}

function headersOf({ headers }: Email): Map<string, string[]> {
  const byName = new Map<string, string[]>();
  for (const { key, value } of headers) {
    const values = byName.get(key);
    if (values) values.push(value);
    else byName.set(key, [value]);
  }
  return byName;
}

function leafOf({ mimeType, method, filename, content }: Attachment): MailLeaf {
  return {
    contentType: mimeType.toLowerCase(),
    parameters: method === undefined ? {} : { method },
    filename: oneLine(filename ?? ''),
    content: bytesOf(content),
  };
}

function bytesOf(content: Attachment['content']): Buffer {
  if (typeof content === 'string') return Buffer.from(content);
  return content instanceof Uint8Array ? Buffer.from(content) : Buffer.from(new Uint8Array(content));
}

function isReadable({ contentType, content }: MailLeaf): boolean {
  const isCalendar = contentType === 'text/calendar' || contentType === 'application/ics';
  return !isCalendar || content.byteLength <= mailLimits.calendar;
}

function firstLines(text: string): string {
  return text
    .split(/\r\n|\r|\n/, mailLimits.lines)
    .map((line) => line.slice(0, mailLimits.lineLength))
    .join('\n');
}

function oneLine(text: string): string {
  return text
    .slice(0, 1000)
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim();
}
