import MailComposer from 'nodemailer/lib/mail-composer';
import type { Mailbox } from '../../../contract/mail.ts';
import { displayName, isMailAddress } from '../../platform/mail-address.ts';
import { qrPng } from '../../platform/qr.ts';
import { mailDigest } from './bounce-address.ts';

/** Large enough for a camera that looks at a telephone at arm's length. */
const PIXELS_PER_MODULE = 8;

export interface MailContent {
  subject: string;
  html: string;
  text: string;
  replyTo?: Mailbox;
  /** The method must be the one inside the content. */
  calendar?: { method: 'REQUEST' | 'CANCEL' | 'PUBLISH'; content: string };
  /** Codes that the HTML shows as pictures, `cid:<cid>`. They are drawn where the mail is composed. */
  codes?: readonly MailCode[];
  attachments?: readonly MailPart[];
  headers?: Readonly<Record<string, string>>;
}

export interface MailCode {
  cid: string;
  filename: string;
  /** What a scanner reads. */
  text: string;
}

export interface MailPart {
  filename: string;
  contentType: string;
  content: Buffer;
}

export interface MailInput extends MailContent {
  id: string;
  to: Mailbox;
  from: Mailbox;
  date: Date;
  /** The ways out of a campaign: an address for one click (RFC 8058) and, where somebody reads it, one for mail. */
  listUnsubscribe?: WayOut | null;
}

export interface WayOut {
  href: string;
  mailbox: string | null;
}

/** The whole mail as bytes. The same input gives the same bytes: nothing in it is random. */
export async function composeMail(input: MailInput): Promise<{ raw: Buffer; messageId: string }> {
  const { id, to, from, replyTo, calendar } = input;
  const messageId = messageIdOf(id, from);
  const composer = new MailComposer({
    messageId,
    date: input.date,
    from: safe(from),
    to: safe(to),
    ...(replyTo ? { replyTo: safe(replyTo) } : {}),
    subject: oneLine(input.subject),
    text: input.text,
    html: input.html,
    ...(calendar ? { icalEvent: { ...calendar, filename: 'invite.ics' } } : {}),
    attachments: [...(input.codes ?? []).map(codePart), ...(input.attachments ?? []).map(attachedPart)],
    headers: {
      ...checked(input.headers ?? {}),
      ...checked(wayOut(input.listUnsubscribe ?? null)),
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
    },
    newline: 'windows',
    baseBoundary: mailDigest(id),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return { raw: await composer.compile().build(), messageId };
}

export function messageIdOf(id: string, from: Mailbox): string {
  return `<${mailDigest(id)}@${from.address.slice(from.address.lastIndexOf('@') + 1)}>`;
}

function wayOut(unsubscribe: WayOut | null): Record<string, string> {
  if (!unsubscribe) return {};
  const { href, mailbox } = unsubscribe;
  return {
    'List-Unsubscribe': [`<${href}>`, ...(mailbox ? [`<mailto:${mailbox}?subject=unsubscribe>`] : [])].join(
      ', ',
    ),
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  };
}

function safe({ name, address }: Mailbox): Mailbox {
  if (!isMailAddress(address)) throw new TypeError('Not a mail address');
  return { name: displayName(name), address };
}

function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
}

function checked(headers: Readonly<Record<string, string>>): Record<string, string> {
  for (const [name, value] of Object.entries(headers)) {
    if (!/^[A-Za-z][A-Za-z0-9-]*$/.test(name) || /\p{Cc}/u.test(value))
      throw new TypeError(`Not a mail header: ${name}`);
  }
  return headers;
}

function codePart({ cid, filename, text }: MailCode) {
  if (!/^[\w.@-]+$/.test(cid)) throw new TypeError(`Not a content id: ${cid}`);
  const content = qrPng(text, PIXELS_PER_MODULE);
  return {
    ...attachedPart({ filename, contentType: 'image/png', content }),
    cid,
    contentDisposition: 'inline',
  };
}

function attachedPart({ filename, contentType, content }: MailPart) {
  return { filename: oneLine(filename), contentType: oneLine(contentType), content };
}
