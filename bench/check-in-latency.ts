import { randomUUID } from 'node:crypto';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { join } from 'node:path';
import mongoose from 'mongoose';
import { io, type Socket } from 'socket.io-client';
import type { Frame } from '../contract/live/index.ts';
import type { Guest } from '../models/guest.ts';
import { send } from './support/client.ts';
import { quantile, type Row, row } from './support/measure.ts';
import { seedEvent, seedGuests, seedStaff } from './support/seed.ts';
import { openSite } from './support/site.ts';

const PER_SECOND = 10;
const VIEWERS = Number(process.env['ROSTRUM_BENCH_VIEWERS'] ?? 100);
const ROUNDS = 3;
const WARM_UP = 20;
const slug = 'bench-latency';

interface Times {
  answered: number[];
  seen: number[];
}

/** B2: ten scans a second on schedule while a hundred watch; times run from the scheduled start. */
export async function checkInLatency({ quick }: { quick: boolean }): Promise<Row[]> {
  const scans = quick ? 30 : 100;
  const all = scans * ROUNDS + WARM_UP;
  const seeded = { guests: [] as Guest[], token: '' };
  const site = await openSite(async () => {
    const event = await seedEvent(slug);
    seeded.guests = await seedGuests(event, all);
    seeded.token = await seedStaff(event);
    await mongoose.connection
      .collection<{ _id: number; at: null }>('bench-floor')
      .insertMany(Array.from({ length: all }, (_, index) => ({ _id: index, at: null })));
  });
  const authorization = `Bearer ${seeded.token}`;
  const floor = await openFloor(site.databaseUri);
  const app: Contestant = {
    scan: (index) => scanAtDoor(site.url, authorization, seeded.guests[index]),
    audience: await watchLive(site.url, authorization),
  };
  const limit: Contestant = {
    scan: (index) => send(`${floor.url}/${index}`, { method: 'POST' }),
    audience: await watchBare(floor.livePort),
  };
  for (const each of [limit, app]) await run(each, 0, WARM_UP);
  const times = { app: [] as Times[], limit: [] as Times[] };
  for (let round = 0; round < ROUNDS; round += 1) {
    times.limit.push(await run(limit, WARM_UP + round * scans, scans));
    times.app.push(await run(app, WARM_UP + round * scans, scans));
  }
  for (const { audience } of [limit, app]) audience.leave(all);
  floor.stop();
  await site.close();
  return rows(times);
}

async function scanAtDoor(url: string, authorization: string, guest: Guest | undefined): Promise<void> {
  const reply = await send(`${url}/events/${slug}/check-ins`, {
    method: 'POST',
    body: JSON.stringify({ scanId: randomUUID(), code: guest?.code }),
    headers: {
      'content-type': 'application/json',
      accept: 'application/json',
      authorization,
    },
  });
  if (!reply.body.includes('"welcome"')) throw new Error(`A scan was not welcomed: ${reply.body}`);
}

/** The median of what each round says, so that one bad second of the machine decides nothing. */
function rows({ app, limit }: { app: readonly Times[]; limit: readonly Times[] }): Row[] {
  const perRound = (times: readonly Times[], of: keyof Times, share: number): number[] =>
    times.map((round) => quantile(round[of], share));
  const compare = (what: string, of: keyof Times, share: number, value: number): Row =>
    row(
      `B2 ${what}, ${VIEWERS} watching`,
      { app: perRound(app, of, share), limit: perRound(limit, of, share), unit: 'ms' },
      { kind: 'at-most', value },
    );
  return [
    compare('answer, median', 'answered', 0.5, 1.5),
    compare('answer, p99', 'answered', 0.99, 2),
    compare('last viewer, median', 'seen', 0.5, 1.5),
    compare('last viewer, p99', 'seen', 0.99, 2),
  ];
}

interface Audience {
  /** When the last viewer had seen as many arrivals as this, counted from the beginning. */
  seenBy: (arrivals: number) => Promise<number>;
  /** Ends it, and fails unless every viewer saw every arrival exactly once. */
  leave: (arrivals: number) => void;
}

interface Contestant {
  scan: (index: number) => Promise<unknown>;
  audience: Audience;
}

async function run({ scan, audience }: Contestant, from: number, count: number): Promise<Times> {
  const times: Times = { answered: [], seen: [] };
  const waits: Promise<void>[] = [];
  await onSchedule(count, async (index, scheduled) => {
    waits.push(audience.seenBy(from + index + 1).then((at) => void times.seen.push(at - scheduled)));
    await scan(from + index);
    times.answered.push(performance.now() - scheduled);
  });
  await Promise.all(waits);
  return times;
}

async function onSchedule(
  count: number,
  work: (index: number, scheduled: number) => Promise<unknown>,
): Promise<void> {
  const begin = performance.now();
  const running: Promise<unknown>[] = [];
  for (let index = 0; index < count; index += 1) {
    const scheduled = begin + (index * 1000) / PER_SECOND;
    await new Promise((resolve) => setTimeout(resolve, scheduled - performance.now()));
    running.push(work(index, scheduled));
  }
  await Promise.all(running);
}

/** Keeps, for each viewer, how many arrivals it has seen, and tells when all have seen enough. */
function audienceOf(close: () => void): Audience & { saw: (viewer: number, arrivals: number) => void } {
  const counts = Array.from({ length: VIEWERS }, () => 0);
  const waiting: { arrivals: number; tell: (at: number) => void }[] = [];
  return {
    saw(viewer, arrivals) {
      counts[viewer] = (counts[viewer] ?? 0) + arrivals;
      const least = Math.min(...counts);
      while (waiting[0] && waiting[0].arrivals <= least) waiting.shift()?.tell(performance.now());
    },
    seenBy: (arrivals) => new Promise((tell) => void waiting.push({ arrivals, tell })),
    leave(arrivals) {
      close();
      const wrong = counts.filter((count) => count !== arrivals).length;
      if (wrong > 0) throw new Error(`${wrong} of ${VIEWERS} viewers did not see ${arrivals} arrivals once`);
    },
  };
}

async function watchLive(url: string, authorization: string): Promise<Audience> {
  const sockets: Socket[] = [];
  const audience = audienceOf(() => sockets.forEach((socket) => socket.disconnect()));
  for (let viewer = 0; viewer < VIEWERS; viewer += 1) {
    const socket = io(url, { transports: ['websocket'], forceNew: true, extraHeaders: { authorization } });
    sockets.push(socket);
    socket.on('frame', (frame: Frame) =>
      audience.saw(viewer, frame.news.filter(([name]) => name === 'attendance:arrived').length),
    );
  }
  await Promise.all(
    sockets.map((socket) => socket.emitWithAck('event:watch', { event: slug, room: 'screen' })),
  );
  return audience;
}

async function watchBare(port: number): Promise<Audience> {
  const sockets = Array.from({ length: VIEWERS }, () => connect(port, '127.0.0.1'));
  const audience = audienceOf(() => sockets.forEach((socket) => socket.destroy()));
  sockets.forEach((socket, viewer) => {
    socket.on('data', (data) => audience.saw(viewer, data.toString().split('\n').length - 1));
  });
  await Promise.all(sockets.map((socket) => once(socket, 'connect')));
  return audience;
}

async function openFloor(uri: string): Promise<{ url: string; livePort: number; stop: () => void }> {
  const floor = fork(join(import.meta.dirname, 'programs/floor-server.ts'), [uri, mongoose.connection.name], {
    execArgv: ['--import', 'tsx'],
  });
  const [{ port, livePort }] = (await once(floor, 'message')) as [{ port: number; livePort: number }];
  return { url: `http://127.0.0.1:${port}`, livePort, stop: () => void floor.kill() };
}
