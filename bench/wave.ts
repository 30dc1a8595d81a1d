import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Types } from 'mongoose';
import type { Conference } from '../models/event.ts';
import type { Guest } from '../models/guest.ts';
import { OutboxMails } from '../models/outbox-mail.ts';
import { paths } from '../server/paths.ts';
import { seedInvited, seedWave } from './support/campaign.ts';
import { type Open, signIn } from './support/desk.ts';
import { composedByHand, newKey } from './support/invitations.ts';
import { quantile, type Row, row } from './support/measure.ts';
import { seedEvent } from './support/seed.ts';
import { openSink } from './support/sink.ts';
import { openSite, type Site } from './support/site.ts';

const PER_SECOND = 5;
/** What nobody should wait longer for, in milliseconds. */
const PROMISED = 300;

/** B15: a wave goes out while somebody works at the desk: what it costs them, and what the wave costs. */
export async function wave({ quick }: { quick: boolean }): Promise<Row[]> {
  const count = quick ? 500 : 10_000;
  const invitations = await sendWave('invitation', { count, quick, key: null });
  return [...invitations, ...(await sendWave('pass', { count, quick, key: newKey() }))];
}

interface Load {
  count: number;
  quick: boolean;
  key: string | null;
}

/** Invitations with a calendar entry, unsigned; or passes with entry and QR code, signed. */
async function sendWave(kind: 'invitation' | 'pass', { count, quick, key }: Load): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'rostrum-bench-key-'));
  const sink = await openSink();
  const seeded: { event?: Conference; guests: Guest[] } = { guests: [] };
  const site = await openSite(
    async () => {
      seeded.event = await seedEvent(`bench-wave-${kind}`);
      seeded.guests = await seedInvited(seeded.event, count, kind === 'pass');
    },
    { SMTP_URL: sink.url, MAIL_FROM: 'rsvp@example.org', MAIL_PACE: '0', ...keyFile(folder, key) },
  );
  const { event, guests } = seeded;
  if (!event) throw new Error('Nothing was seeded');
  const desk = await openDesk(site, event, guests);
  await look(desk, pause(quick ? 2000 : 5000));
  await site.loopDelay();
  const alone = await look(desk, pause(quick ? 4000 : 20_000));
  const idleLoop = await site.loopDelay();
  const byHand = await composedByHand(count, key);
  const sending = await seedWave(event, { number: 2, kind, selection: selectionFor(kind) });
  const took = arrivalOf(count, { sink, wave: sending });
  const meanwhile = await look(desk, took);
  const loop = await site.loopDelay();
  await site.close();
  sink.close();
  rmSync(folder, { recursive: true, force: true });
  const name = `B15 ${count} mails of the kind ${kind}`;
  return [
    row(
      `${name}, a second`,
      { app: [(count / (await took)) * 1000], limit: [byHand], unit: '/s' },
      { kind: 'at-least', value: 0.2 },
    ),
    times(`${name}: pages, median`, { app: quantile(meanwhile, 0.5), limit: quantile(alone, 0.5) }, 4),
    times(`${name}: pages, p99`, { app: quantile(meanwhile, 0.99), limit: quantile(alone, 0.99) }, 4),
    times(`${name}: pages, p99 against the promise`, { app: quantile(meanwhile, 0.99), limit: PROMISED }, 1),
    times(`${name}: event loop, p99`, { app: loop.p99, limit: idleLoop.p99 }, 4),
  ];
}

function times(workload: string, { app, limit }: { app: number; limit: number }, value: number): Row {
  return row(workload, { app: [app], limit: [limit], unit: 'ms' }, { kind: 'at-most', value });
}

function selectionFor(kind: 'invitation' | 'pass') {
  return {
    who: kind === 'pass' ? ('attending' as const) : ('not-invited' as const),
    category: '',
    delegation: '',
    wave: null,
    answered: '' as const,
    guests: [],
  };
}

function keyFile(folder: string, key: string | null): Record<string, string> {
  if (key === null) return {};
  const file = join(folder, 'dkim.pem');
  writeFileSync(file, key, { mode: 0o600 });
  return { DKIM_KEY_FILE: file, DKIM_DOMAIN: 'example.org' };
}

/** Every mail exactly once, or it does not count. */
async function arrivalOf(
  count: number,
  { sink, wave: sent }: { sink: { taken(): number }; wave: Types.ObjectId },
): Promise<number> {
  const started = performance.now();
  while (sink.taken() < count) await pause(20);
  const took = performance.now() - started;
  await pause(500);
  const done = await OutboxMails.countDocuments({ wave: sent, state: 'sent' });
  if (sink.taken() !== count || done !== count)
    throw new Error(`${sink.taken()} mails came and ${done} count as sent, not ${count}`);
  return took;
}

interface Desk {
  open: Open;
  pages: string[];
}

async function openDesk(site: Site, event: Conference, guests: readonly Guest[]): Promise<Desk> {
  const open = await signIn(site.url);
  const pages = [
    paths.guests(event),
    `${paths.guests(event)}?q=${encodeURIComponent('đặng thị')}`,
    paths.guest(event, guests[0]?._id ?? ''),
    paths.waves(event),
    `${paths.newWave(event)}?kind=announcement&who=everybody`,
    paths.attention(event),
    paths.mailbox(event),
  ];
  return { open, pages };
}

/** Opens pages on schedule until something is over; times run from when a page was wanted. */
async function look({ open, pages }: Desk, end: Promise<unknown>): Promise<number[]> {
  const took: number[] = [];
  const waiting: Promise<void>[] = [];
  const state = { isOver: false };
  const over = end.finally(() => (state.isOver = true));
  const begin = performance.now();
  for (let place = 0; !state.isOver; place += 1) {
    const wanted = begin + (place * 1000) / PER_SECOND;
    await pause(Math.max(0, wanted - performance.now()));
    const opened = open(pages[place % pages.length] ?? '');
    waiting.push(opened.then(() => void took.push(performance.now() - wanted)));
  }
  await over;
  await Promise.all(waiting);
  return took;
}
