import PostalMime, { type Address } from 'postal-mime';
import type { Mailbox } from '../../../contract/mail.ts';

export interface ReadAttachment {
  filename: string;
  contentType: string;
  content: Buffer;
}

export interface ReadMail {
  subject: string;
  from: Mailbox;
  to: readonly Mailbox[];
  date: Date | null;
  /** With its pictures inside, so that it can be shown in a frame that may fetch nothing. */
  html: string;
  text: string;
  attachments: readonly ReadAttachment[];
}

/** A stored mail as its reader would see it. */
export async function readMail(raw: Buffer): Promise<ReadMail> {
  const mail = await PostalMime.parse(raw, { attachmentEncoding: 'arraybuffer' });
  const parts = mail.attachments.map(({ filename, mimeType, content, contentId }) => ({
    filename: filename ?? '',
    contentType: mimeType,
    content: bytesOf(content),
    cid: contentId?.replace(/^<|>$/g, '') ?? '',
  }));
  return {
    subject: mail.subject ?? '',
    from: mailboxes(mail.from ? [mail.from] : [])[0] ?? { name: '', address: '' },
    to: mailboxes(mail.to ?? []),
    date: mail.date === undefined ? null : new Date(mail.date),
    html: withPictures(mail.html ?? '', parts),
    text: mail.text ?? '',
    attachments: parts
      .filter(({ cid, contentType }) => cid === '' && contentType !== 'text/calendar')
      .map(({ filename, contentType, content }) => ({ filename, contentType, content })),
  };
}

function bytesOf(content: string | ArrayBuffer | Uint8Array): Buffer {
  if (typeof content === 'string') return Buffer.from(content);
  return content instanceof Uint8Array ? Buffer.from(content) : Buffer.from(content);
}

function mailboxes(addresses: readonly Address[]): Mailbox[] {
  return addresses.flatMap((one) =>
    one.group ? mailboxes(one.group) : [{ name: one.name ?? '', address: one.address ?? '' }],
  );
}

function withPictures(html: string, parts: readonly (ReadAttachment & { cid: string })[]): string {
  return html.replace(/cid:([\w.@-]+)/g, (address, cid: string) => {
    const part = parts.find((candidate) => candidate.cid === cid);
    if (!part || !/^image\/(?:png|jpeg|gif|webp)$/.test(part.contentType)) return address;
    return `data:${part.contentType};base64,${part.content.toString('base64')}`;
  });
}
