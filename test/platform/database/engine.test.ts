import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { MongoClient } from 'mongodb';
import { type Engine, startEngine } from '../../../server/platform/database/engine.ts';
import { reach } from '../../../server/platform/database/engine-address.ts';

interface Owner {
  child: ChildProcess;
  uri: string;
  pid: number | null;
}

const OWNER = fileURLToPath(new URL('../../support/engine-owner.ts', import.meta.url));

describe('the embedded engine', () => {
  const engines: Engine[] = [];
  const owners: ChildProcess[] = [];
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rostrum-engine-'));
  });

  afterEach(async () => {
    for (const owner of owners.splice(0)) owner.kill('SIGKILL');
    await Promise.all(engines.splice(0).map((engine) => engine.stop()));
    await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  });

  async function start(at: string = folder): Promise<Engine> {
    const engine = await startEngine(at);
    engines.push(engine);
    return engine;
  }

  async function startOwner(): Promise<Owner> {
    const child = spawn(process.execPath, [...process.execArgv, OWNER, folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    owners.push(child);
    const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
    return { child, ...(JSON.parse(line) as Omit<Owner, 'child'>) };
  }

  it('still has what was written when it is killed and its folder opened again', async () => {
    const owner = await startOwner();
    await insert(owner.uri, { name: 'Đặng' });
    process.kill(owner.pid ?? 0, 'SIGKILL');
    owner.child.kill('SIGKILL');
    await until(async () => !isAlive(owner.child.pid));

    const engine = await start();
    expect(await names(engine.uri)).to.deep.equal(['Đặng']);
  });

  it('comes back under the same address after it was killed', async () => {
    const engine = await start();
    const first = engine.pid();
    process.kill(first ?? 0, 'SIGKILL');
    await until(async () => engine.pid() !== undefined && engine.pid() !== first);
    await insert(engine.uri, { name: 'after' });
    expect(await names(engine.uri)).to.deep.equal(['after']);
  });

  it('ends with its parent, even if that was killed', async () => {
    const owner = await startOwner();
    expect(isAlive(owner.pid)).to.equal(true);
    owner.child.kill('SIGKILL');
    await until(async () => !isAlive(owner.pid));
    await start();
  });

  it('is shared by a second process, which takes over when the first is gone', async () => {
    const owner = await startOwner();
    await insert(owner.uri, { name: 'one' });
    const second = await start();
    expect([second.uri, second.pid()]).to.deep.equal([owner.uri, undefined]);
    expect(await names(second.uri)).to.deep.equal(['one']);

    owner.child.kill('SIGKILL');
    await until(async () => second.pid() !== undefined);
    expect(await names(second.uri)).to.deep.equal(['one']);
  });

  it('is left running by a second process that stops', async () => {
    const owner = await startOwner();
    const second = await startEngine(folder);
    await second.stop();
    await insert(owner.uri, { name: 'still here' });
    expect(isAlive(owner.pid)).to.equal(true);
  });

  it('is opened by one of two processes that start at once', async () => {
    const [one, two] = await Promise.all([startOwner(), startOwner()]);
    expect(one?.uri).to.equal(two?.uri);
    expect([one?.pid, two?.pid].filter(Boolean)).to.have.length(1);
  });

  it('closes when it is told to', async () => {
    const engine = await startEngine(folder);
    const pid = engine.pid();
    await engine.stop();
    expect(isAlive(pid)).to.equal(false);
    expect(await reach(join(folder, 'engine.sock'))).to.equal(undefined);
  });

  it('serves a folder whose path is too long for a Unix socket', async () => {
    const deep = join(folder, 'a'.repeat(60), 'b'.repeat(60));
    await mkdir(deep, { recursive: true });
    const engine = await start(deep);
    await insert(engine.uri, { name: 'deep' });
    expect(await names(engine.uri)).to.deep.equal(['deep']);
    await engine.stop();
  });

  it('says at once that a folder cannot be opened', async () => {
    await writeFile(join(folder, 'store'), 'not a folder');
    const error = await start().catch((reason: unknown) => reason);
    expect(error).to.be.an('error').with.property('message').that.contains('store');
  });
});

async function insert(uri: string, row: { name: string }): Promise<void> {
  await withClient(uri, (client) =>
    client
      .db()
      .collection('rows')
      .insertOne(row, { writeConcern: { w: 1, j: true } }),
  );
}

async function names(uri: string): Promise<unknown[]> {
  const rows = await withClient(uri, (client) => client.db().collection('rows').find().toArray());
  return rows.map((row) => row['name']);
}

async function withClient<T>(uri: string, use: (client: MongoClient) => Promise<T>): Promise<T> {
  const client = new MongoClient(uri, { serverSelectionTimeoutMS: 10_000 });
  try {
    return await use(client);
  } finally {
    await client.close();
  }
}

function isAlive(pid: number | null | undefined): boolean {
  if (!pid) return false;
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 10_000; Date.now() < end;) {
    if (await condition()) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('It did not happen in ten seconds');
}
