import { expect } from 'chai';
import { createRequire } from 'node:module';
import { connect, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { failOnDyingSockets } from '../../../server/platform/database/dying-socket.ts';
import { sharedEngine, useDatabase } from '../../support/database.ts';

const load = createRequire(import.meta.url);
const { Connection } = load('mongodb/lib/cmap/connection.js');
const { ns } = load('mongodb/lib/utils.js');

describe('a command of the driver', () => {
  useDatabase();
  let socket: Socket;

  before(failOnDyingSockets);
  beforeEach('open a socket to the engine', async () => {
    const { uri } = await sharedEngine();
    socket = connect(decodeURIComponent(/^mongodb:\/\/([^/]+)/.exec(uri)?.[1] ?? ''));
    await new Promise((resolve) => socket.once('connect', resolve));
  });
  afterEach('close it', () => socket.destroy());

  it('is answered while its socket lives', async () => {
    expect(await ping(socket)).to.include({ ok: 1 });
  });

  it('fails when its socket dies while it is written, where the driver would wait for ever', async () => {
    const answer = ping(socket).catch((error: unknown) => error);
    socket.destroy();

    expect(await Promise.race([answer, pause(3_000, 'hangs')])).to.be.an('error');
  });
});

function ping(socket: Socket): Promise<unknown> {
  const connection = new Connection(socket, {
    id: 1,
    generation: 0,
    hostAddress: { toString: () => 'engine' },
  });
  return connection.command(ns('admin.$cmd'), { ping: 1 }, {});
}
