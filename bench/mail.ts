import { createServer, type Server } from 'node:net';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import mongoose, { type mongo, Types } from 'mongoose';
import MailComposer from 'nodemailer/lib/mail-composer';
import { OutboxMails } from '../models/outbox-mail.ts';
import { models } from '../server/models.ts';
import type { MailContent } from '../server/features/mail/compose-mail.ts';
import { enqueueMail, type MailOrder } from '../server/features/mail/enqueue-mail.ts';
import { usualTimings } from '../server/features/mail/mail-timings.ts';
import { startDelivery } from '../server/features/mail/start-delivery.ts';
import { createTransport } from '../server/features/mail/transport.ts';
import { calendarInvite } from '../server/platform/calendar.ts';
import { connectDatabase } from '../server/platform/database/connect.ts';
import { startEngine } from '../server/platform/database/engine.ts';
import { migrate } from '../server/platform/database/migrate.ts';
import { createLog } from '../server/platform/log.ts';
import { qrPng } from '../server/platform/qr.ts';
import { alternate, type Row, row } from './support/measure.ts';

const JOURNALED = { writeConcern: { w: 1, j: true } } as const;
const host = { name: 'Ban tổ chức', address: 'rsvp@example.org' };

/** B6: personal invitations with QR and calendar part: queued, composed, handed to a server on this machine. */
export async function mail({ quick }: { quick: boolean }): Promise<Row[]> {
  const count = quick ? 500 : 10_000;
  const folder = mkdtempSync(join(tmpdir(), 'rostrum-bench-'));
  const engine = await startEngine(join(folder, 'database'));
  await connectDatabase(engine.uri);
  await migrate(models, []);
  const sink = await openSink();
  const measured = await alternate(quick ? 2 : 3, {
    limit: () => composedByHand(count),
    app: (round) => delivered(sink, round, count),
  });
  sink.close();
  await mongoose.disconnect();
  await engine.stop();
  rmSync(folder, { recursive: true, force: true });
  return [row(`B6 invitations, ${count}`, { ...measured, unit: '/s' }, { kind: 'at-least', value: 0.4 })];
}

/** A loop around the composer, kept in one collection: nothing is queued, paced, or sent. */
async function composedByHand(count: number): Promise<number> {
  const collection = mongoose.connection.collection<{ _id: string; raw: Buffer }>('bench-mails');
  await collection.deleteMany({});
  const started = performance.now();
  for (let from = 0; from < count; from += 500) {
    const rows: { _id: string; raw: Buffer }[] = [];
    for (let place = from; place < Math.min(count, from + 500); place += 1) {
      const { subject, html, text, calendar, inline = [] } = invitation(place);
      const composer = new MailComposer({
        from: host,
        to: recipient(place),
        subject,
        html,
        text,
        ...(calendar ? { icalEvent: calendar } : {}),
        attachments: inline.map((part) => ({ ...part })),
      });
      rows.push({ _id: `hand-${place}`, raw: await composer.compile().build() });
    }
    await (collection as unknown as mongo.Collection<{ _id: string; raw: Buffer }>).insertMany(
      rows,
      JOURNALED,
    );
  }
  return (count / (performance.now() - started)) * 1000;
}

async function delivered(sink: Sink, round: number, count: number): Promise<number> {
  await OutboxMails.deleteMany({});
  const wave = new Types.ObjectId();
  const started = performance.now();
  const already = sink.taken();
  const orders = Array.from({ length: count }, (_, place) => order(`${round}-${place}`, place, wave));
  for (let from = 0; from < count; from += 500) await enqueueMail(...orders.slice(from, from + 500));
  const delivery = startDelivery({
    transport: createTransport(sink.url),
    writers: { invitation: ({ data }) => Promise.resolve(invitation(Number(data['place']))) },
    office: {
      secret: 'bench',
      siteUrl: 'https://events.example.org',
      returnPath: 'bounces@example.org',
      dkim: null,
      timings: usualTimings,
    },
    log: createLog({ level: 'error' }),
  });
  delivery.nudge();
  while (sink.taken() - already < count) await pause(5);
  const perSecond = (count / (performance.now() - started)) * 1000;
  await delivery.stop();
  return perSecond;
}

function order(id: string, place: number, wave: Types.ObjectId): MailOrder {
  return {
    id,
    wave,
    kind: 'invitation',
    purpose: 'campaign',
    locale: 'vi',
    event: wave,
    to: recipient(place),
    from: host,
    data: { place },
  };
}

function recipient(place: number): { name: string; address: string } {
  return { name: `Nguyễn Văn ${place}`, address: `guest${place}@domain${place % 50}.example` };
}

function invitation(place: number): MailContent {
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
    inline: [
      {
        cid: 'pass@rostrum',
        filename: 'pass.png',
        contentType: 'image/png',
        content: qrPng(`E1:${place.toString(36).padStart(130, '0').toUpperCase()}`, 8),
      },
    ],
  };
}

interface Sink {
  url: string;
  taken(): number;
  close(): void;
}

/** The least a mail server can do: it says yes to everything. */
async function openSink(): Promise<Sink> {
  let taken = 0;
  const server: Server = createServer((socket) => {
    let inMail = false;
    let rest = '';
    socket.on('error', () => undefined);
    socket.write('220 sink\r\n');
    socket.on('data', (chunk: Buffer) => {
      rest += chunk.toString('latin1');
      for (;;) {
        const mark = inMail ? '\r\n.\r\n' : '\r\n';
        const at = rest.indexOf(mark);
        if (at === -1) return;
        const line = rest.slice(0, at);
        rest = rest.slice(at + mark.length);
        if (inMail) taken += 1;
        const isData = !inMail && /^data/i.test(line);
        inMail = isData;
        socket.write(isData ? '354 go on\r\n' : '250 fine\r\n');
      }
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  return { url: `smtp://127.0.0.1:${port}`, taken: () => taken, close: () => void server.close() };
}
