import { randomUUID } from 'node:crypto';
import mongoose, { Types } from 'mongoose';
import { CheckIns } from '../models/check-in.ts';
import type { Guest } from '../models/guest.ts';
import { send } from './support/client.ts';
import { alternate, rate, type Row, row } from './support/measure.ts';
import { seedDoor, seedEvent, seedGuests } from './support/seed.ts';
import { openSite } from './support/site.ts';

interface BenchRow {
  _id: Types.ObjectId;
  name: string;
  at: Date | null;
}

const SCANNERS = 32;
const GROUP = 32;

/** B1: 32 scanners without a pause, nobody watching, against bare journaled updates by the same driver. */
export async function checkInWrite({ quick }: { quick: boolean }): Promise<Row[]> {
  const scans = quick ? 600 : 2000;
  const rounds = 3;
  const seeded = { guests: [] as Guest[], slug: 'bench-door', token: '' };
  const site = await openSite(async () => {
    const event = await seedEvent(seeded.slug);
    seeded.guests = await seedGuests(event, scans * (rounds + 1));
    seeded.token = (await seedDoor(event, 'Door')).token;
  });
  const scan = async (guest: Guest | undefined): Promise<void> => {
    const reply = await send(`${site.url}/events/${seeded.slug}/check-ins`, {
      method: 'POST',
      body: JSON.stringify({ scanId: randomUUID(), code: guest?.code }),
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        'sec-fetch-site': 'same-origin',
        cookie: `rostrum-door=${seeded.token}`,
      },
    });
    if (!reply.body.includes('"welcome"')) throw new Error(`A scan was not welcomed: ${reply.body}`);
  };
  await rate(scans, SCANNERS, (index) => scan(seeded.guests[rounds * scans + index]));

  const one = await alternate(rounds, {
    limit: () => oneByOne(scans),
    app: (round) => rate(scans, SCANNERS, (index) => scan(seeded.guests[round * scans + index])),
  });
  const grouped: number[] = [];
  for (let round = 0; round < rounds; round += 1) grouped.push(await inGroups(scans * 4));
  const present = await CheckIns.countDocuments({ admission: { $ne: null } });
  await site.close();
  if (present !== scans * (rounds + 1))
    throw new Error(`${present} are present, not ${scans * (rounds + 1)}`);
  return [
    row('B1 check-ins, against updates one by one', { ...one, unit: '/s' }, { kind: 'at-least', value: 0.9 }),
    row(
      'B1 check-ins, against updates in groups',
      { app: one.app, limit: grouped, unit: '/s' },
      { kind: 'at-least', value: 0.35 },
    ),
  ];
}

async function oneByOne(count: number): Promise<number> {
  const rows = await freshRows(count);
  const update = { $set: { at: new Date() } };
  return rate(count, SCANNERS, (index) =>
    rows.collection.findOneAndUpdate({ _id: rows.ids[index] ?? new Types.ObjectId(), at: null }, update, {
      writeConcern: { w: 1, j: true },
    }),
  );
}

async function inGroups(count: number): Promise<number> {
  const rows = await freshRows(count);
  const commands = count / GROUP;
  const perSecond = await rate(Math.floor(commands), 2, (index) =>
    rows.collection.bulkWrite(
      rows.ids.slice(index * GROUP, (index + 1) * GROUP).map((_id) => ({
        updateOne: { filter: { _id, at: null }, update: { $set: { at: new Date() } } },
      })),
      { ordered: false, writeConcern: { w: 1, j: true } },
    ),
  );
  return perSecond * GROUP;
}

async function freshRows(count: number) {
  const collection = mongoose.connection.collection<BenchRow>('bench-rows');
  const ids = Array.from({ length: count }, () => new Types.ObjectId());
  await collection.insertMany(ids.map((_id) => ({ _id, name: 'Nguyễn Văn Thành', at: null })));
  return { collection, ids };
}
