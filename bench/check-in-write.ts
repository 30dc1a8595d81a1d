import { randomUUID } from 'node:crypto';
import { CheckIns } from '../models/check-in.ts';
import type { Guest } from '../models/guest.ts';
import { type DeviceKey, deviceWith, makeDeviceKey } from '../test/support/door-device.ts';
import { alternate, rate, type Row, row } from './support/measure.ts';
import { updatesInGroups, updatesOneByOne } from './support/raw-updates.ts';
import { seedDevice, seedEvent, seedGuests } from './support/seed.ts';
import { openSite } from './support/site.ts';

const SCANNERS = 32;
const GROUP = 32;

/** B1: 32 scanners without a pause, nobody watching, against bare journaled updates by the same driver. */
export async function checkInWrite({ quick }: { quick: boolean }): Promise<Row[]> {
  const scans = quick ? 600 : 2000;
  const rounds = 3;
  const seeded = { guests: [] as Guest[], devices: [] as { id: string; key: DeviceKey }[] };
  const site = await openSite(async () => {
    const event = await seedEvent('bench-door');
    seeded.guests = await seedGuests(event, scans * (rounds + 1));
    for (let made = 0; made < SCANNERS; made += 1)
      seeded.devices.push(await seedDevice(event, `Door ${made}`, await makeDeviceKey()));
  });
  const sockets = await Promise.all(seeded.devices.map((each) => deviceWith(site.url, each).connect()));
  let turn = 0;
  const scan = async (guest: Guest | undefined): Promise<void> => {
    const socket = sockets[(turn += 1) % SCANNERS];
    const reply = await socket?.emitWithAck('door:scan', {
      id: randomUUID(),
      list: '',
      seq: turn,
      deviceAt: new Date().toISOString(),
      method: 'typed',
      text: guest?.code ?? '',
    });
    if (!reply?.ok || reply.value.verdict !== 'welcome')
      throw new Error(`A scan was not welcomed: ${JSON.stringify(reply)}`);
  };
  await rate(scans, SCANNERS, (index) => scan(seeded.guests[rounds * scans + index]));

  const one = await alternate(rounds, {
    limit: () => updatesOneByOne(scans, SCANNERS),
    app: (round) => rate(scans, SCANNERS, (index) => scan(seeded.guests[round * scans + index])),
  });
  const grouped: number[] = [];
  for (let round = 0; round < rounds; round += 1) grouped.push(await updatesInGroups(scans * 4, GROUP));
  const present = await CheckIns.countDocuments({ admission: { $ne: null } });
  for (const socket of sockets) socket.disconnect();
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
