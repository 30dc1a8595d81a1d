import { generateKeyPairSync } from 'node:crypto';
import mongoose, { type mongo } from 'mongoose';
import MailComposer from 'nodemailer/lib/mail-composer';
import DKIM from 'nodemailer/lib/dkim';
import { buffer } from 'node:stream/consumers';
import type { MailContent } from '../../server/features/mail/compose-mail.ts';
import { calendarInvite } from '../../server/platform/calendar.ts';
import { qrPng } from '../../server/platform/qr.ts';

const JOURNALED = { writeConcern: { w: 1, j: true } } as const;
export const host = { name: 'Ban tổ chức', address: 'rsvp@example.org' };

/** A key to sign with, as a file of one. */
export function newKey(): string {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}

/** A loop around the composer, kept in one collection: nothing is queued, paced, or sent. */
export async function composedByHand(count: number, privateKey: string | null = null): Promise<number> {
  const collection = mongoose.connection.collection<{ _id: string; raw: Buffer }>('bench-mails');
  await collection.deleteMany({});
  const started = performance.now();
  for (let from = 0; from < count; from += 500) {
    const rows: { _id: string; raw: Buffer }[] = [];
    for (let place = from; place < Math.min(count, from + 500); place += 1) {
      const { subject, html, text, calendar, codes = [] } = invitation(place);
      const composer = new MailComposer({
        from: host,
        to: recipient(place),
        subject,
        html,
        text,
        ...(calendar ? { icalEvent: calendar } : {}),
        attachments: codes.map(({ cid, filename, text: code }) => ({
          cid,
          filename,
          content: qrPng(code, 8),
        })),
      });
      rows.push({ _id: `hand-${place}`, raw: await signed(await composer.compile().build(), privateKey) });
    }
    await (collection as unknown as mongo.Collection<{ _id: string; raw: Buffer }>).insertMany(
      rows,
      JOURNALED,
    );
  }
  return (count / (performance.now() - started)) * 1000;
}

async function signed(raw: Buffer, privateKey: string | null): Promise<Buffer> {
  if (privateKey === null) return raw;
  return buffer(new DKIM({ domainName: 'example.org', keySelector: 'bench', privateKey }).sign(raw));
}

export function recipient(place: number): { name: string; address: string } {
  return { name: `Nguyễn Văn ${place}`, address: `guest${place}@domain${place % 50}.example` };
}

export function invitation(place: number): MailContent {
  const to = recipient(place);
  const content = calendarInvite({
    method: 'REQUEST',
    uid: `${place}@example.org`,
    sequence: 0,
    stamp: new Date('2026-11-23T03:00:00Z'),
    start: new Date('2027-01-15T02:00:00Z'),
    end: new Date('2027-01-15T05:00:00Z'),
    summary: 'Hội nghị tổng kết công tác năm 2026',
    organiser: host,
    attendee: { ...to, partstat: 'NEEDS-ACTION', rsvp: true },
  });
  const text = `Kính gửi đồng chí ${to.name},\n\n${'Trân trọng kính mời đồng chí tới dự hội nghị. '.repeat(20)}\n`;
  return {
    subject: `Trân trọng kính mời đồng chí ${to.name} dự Hội nghị tổng kết công tác năm 2026`,
    html: `<!doctype html><html lang="vi"><body>${text.replace(/\n/g, '<br>').repeat(4)}<img src="cid:pass@rostrum"></body></html>`,
    text,
    calendar: { method: 'REQUEST', content },
    codes: [
      {
        cid: 'pass@rostrum',
        filename: 'pass.png',
        text: `E1:${place.toString(36).padStart(130, '0').toUpperCase()}`,
      },
    ],
  };
}
