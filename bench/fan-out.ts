import { fork } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { join } from 'node:path';
import { io } from 'socket.io-client';
import { type Row, row } from './support/measure.ts';

type Kind = 'rostrum' | 'bare';

/** B3: one frame to every viewer, in processor time per delivery, against writing prepared bytes to bare sockets. */
export async function fanOut({ quick }: { quick: boolean }): Promise<Row[]> {
  const rows: Row[] = [];
  for (const viewers of quick ? [100] : [100, 1000]) {
    const app: number[] = [];
    const limit: number[] = [];
    for (let round = 0; round < 3; round += 1) {
      limit.push(await deliver('bare', viewers));
      app.push(await deliver('rostrum', viewers));
    }
    rows.push(
      row(
        `B3 one frame to ${viewers} viewers`,
        { app, limit, unit: 'µs each' },
        { kind: 'at-most', value: 1.6 },
      ),
    );
  }
  return rows;
}

/** Microseconds of the server's processor per delivery. */
async function deliver(kind: Kind, viewers: number): Promise<number> {
  const server = fork(join(import.meta.dirname, 'programs/fan-out-server.ts'), [kind], {
    execArgv: ['--import', 'tsx'],
  });
  const [{ port }] = (await once(server, 'message')) as [{ port: number }];
  const leave = kind === 'bare' ? await watchBare(port, viewers) : await watchLive(port, viewers);
  const ask = async (frames: number): Promise<number> => {
    server.send({ frames, viewers });
    const [{ microseconds }] = (await once(server, 'message')) as [{ microseconds: number }];
    return microseconds;
  };
  await ask(40);
  const microseconds = await ask(100);
  leave();
  server.kill();
  return microseconds;
}

async function watchBare(port: number, viewers: number): Promise<() => void> {
  const sockets = Array.from({ length: viewers }, () => connect(port, '127.0.0.1').resume());
  await Promise.all(sockets.map((socket) => once(socket, 'connect')));
  return () => sockets.forEach((socket) => socket.destroy());
}

async function watchLive(port: number, viewers: number): Promise<() => void> {
  const sockets = Array.from({ length: viewers }, () =>
    io(`http://127.0.0.1:${port}`, { transports: ['websocket'], forceNew: true }),
  );
  await Promise.all(
    sockets.map((socket) => new Promise<void>((resolve) => void socket.once('frame', () => resolve()))),
  );
  return () => sockets.forEach((socket) => socket.disconnect());
}
