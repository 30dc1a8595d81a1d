import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { io, type Socket } from 'socket.io-client';
import { type DeviceKey, deviceWith, makeDeviceKey } from '../test/support/door-device.ts';
import { milliseconds, type Row, row } from './support/measure.ts';
import { seedDevice, seedEvent, seedGuests } from './support/seed.ts';
import { openSite } from './support/site.ts';

const DEVICES = 50;
const ROUNDS = 3;
const slug = 'bench-storm';

/** R: every device comes back in the same moment, proves who it is and asks for its room; beside bare Socket.IO. */
export async function reconnectStorm({ quick }: { quick: boolean }): Promise<Row[]> {
  const count = quick ? 200 : 1_000;
  const devices: { id: string; key: DeviceKey }[] = [];
  const site = await openSite(async () => {
    const event = await seedEvent(slug);
    await seedGuests(event, 1_000);
    for (let made = 0; made < DEVICES; made += 1)
      devices.push(await seedDevice(event, `Door ${made}`, await makeDeviceKey()));
  });
  const bare = fork(join(import.meta.dirname, 'programs/bare-sockets.ts'), [], {
    execArgv: ['--import', 'tsx'],
  });
  const [{ port }] = (await once(bare, 'message')) as [{ port: number }];
  const app: number[] = [];
  const limit: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const nobody = Array.from({ length: count }, () => ({}));
    limit.push(await storm(`http://127.0.0.1:${port}`, nobody));
    app.push(await storm(site.url, await proofs(site.url, devices, count)));
  }
  bare.kill();
  await site.close();
  return [
    row(
      `R ${count} devices return at once, until the last is back`,
      { app, limit, unit: 'ms' },
      { kind: 'at-most', value: 3 },
    ),
  ];
}

function proofs(
  url: string,
  devices: readonly { id: string; key: DeviceKey }[],
  count: number,
): Promise<object[]> {
  return Promise.all(
    Array.from({ length: count }, (_, place) => {
      const device = devices[place % devices.length];
      if (!device) throw new Error('There is no device');
      return deviceWith(url, device).auth();
    }),
  );
}

async function storm(url: string, auths: readonly object[]): Promise<number> {
  const sockets: Socket[] = [];
  const took = await milliseconds(() =>
    Promise.all(
      auths.map(async (auth) => {
        const socket = io(url, { transports: ['websocket'], forceNew: true, reconnection: false, auth });
        sockets.push(socket);
        await new Promise<void>((resolve, reject) => {
          socket.once('connect', () =>
            socket.emit('event:watch', { event: slug, room: 'screen' }, () => resolve()),
          );
          socket.once('connect_error', reject);
        });
      }),
    ),
  );
  for (const socket of sockets) socket.disconnect();
  return took;
}
