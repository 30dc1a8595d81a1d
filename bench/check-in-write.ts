import { randomUUID } from 'node:crypto';
import { CheckIns } from '../models/check-in.ts';
import type { Guest } from '../models/guest.ts';
import { send } from './support/client.ts';
import { alternate, rate, type Row, row } from './support/measure.ts';
import { updatesInGroups, updatesOneByOne } from './support/raw-updates.ts';
import { seedEvent, seedGuests, seedStaff } from './support/seed.ts';
import { openSite } from './support/site.ts';

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
    seeded.token = await seedStaff(event);
  });
  const scan = async (guest: Guest | undefined): Promise<void> => {
    const reply = await send(`${site.url}/events/${seeded.slug}/check-ins`, {
      method: 'POST',
      body: JSON.stringify({ scanId: randomUUID(), code: guest?.code }),
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        authorization: `Bearer ${seeded.token}`,
      },
    });
    if (!reply.body.includes('"welcome"')) throw new Error(`A scan was not welcomed: ${reply.body}`);
  };
  await rate(scans, SCANNERS, (index) => scan(seeded.guests[rounds * scans + index]));

  const one = await alternate(rounds, {
    limit: () => updatesOneByOne(scans, SCANNERS),
    app: (round) => rate(scans, SCANNERS, (index) => scan(seeded.guests[round * scans + index])),
  });
  const grouped: number[] = [];
  for (let round = 0; round < rounds; round += 1) grouped.push(await updatesInGroups(scans * 4, GROUP));
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
