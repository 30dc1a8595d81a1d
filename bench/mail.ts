import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import mongoose, { Types } from 'mongoose';
import { OutboxMails } from '../models/outbox-mail.ts';
import { models } from '../server/models.ts';
import { enqueueMail, type MailOrder } from '../server/features/mail/enqueue-mail.ts';
import { usualTimings } from '../server/features/mail/mail-timings.ts';
import { startDelivery } from '../server/features/mail/start-delivery.ts';
import { createTransport } from '../server/features/mail/transport.ts';
import { connectDatabase } from '../server/platform/database/connect.ts';
import { startEngine } from '../server/platform/database/engine.ts';
import { migrate } from '../server/platform/database/migrate.ts';
import { createLog } from '../server/platform/log.ts';
import { composedByHand, host, invitation, recipient } from './support/invitations.ts';
import { alternate, type Row, row } from './support/measure.ts';
import { openSink, type Sink } from './support/sink.ts';

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
