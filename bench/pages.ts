import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import mongoose from 'mongoose';
import { send } from './support/client.ts';
import { pagesOf, type Seeded, seedScene } from './support/desk-pages.ts';
import { signIn } from './support/desk.ts';
import { alternate, median, milliseconds, type Row, row } from './support/measure.ts';
import { openSite } from './support/site.ts';

/** B14: the pages between the list and the answers, at ten thousand guests, against bare pages of the same size. */
export async function pages({ quick }: { quick: boolean }): Promise<Row[]> {
  const size = quick ? 2000 : 10_000;
  const scene: { seeded?: Seeded } = {};
  const site = await openSite(async () => {
    scene.seeded = await seedScene(size);
  });
  const { seeded } = scene;
  if (!seeded) throw new Error('Nothing was seeded');
  const bare = await openBare(site.databaseUri, String(seeded.event._id));
  const open = await signIn(site.url);
  const times = quick ? 3 : 5;
  const rows: Row[] = [];
  for (const [name, { path, limit = 'list', target = 12 }] of Object.entries(pagesOf(seeded))) {
    const medianOf = (work: () => Promise<unknown>): Promise<number> => medianTime(times, work);
    await open(path);
    const measured = await alternate(3, {
      limit: () => medianOf(() => send(`${bare.url}/${limit}`)),
      app: () => medianOf(() => open(path)),
    });
    rows.push(row(`B14 ${name}, ${size}`, { ...measured, unit: 'ms' }, { kind: 'at-most', value: target }));
  }
  bare.stop();
  await site.close();
  return rows;
}

async function medianTime(times: number, work: () => Promise<unknown>): Promise<number> {
  const took: number[] = [];
  for (let time = 0; time < times; time += 1) took.push(await milliseconds(work));
  return median(took);
}

async function openBare(uri: string, event: string): Promise<{ url: string; stop: () => void }> {
  const program = join(import.meta.dirname, 'programs/bare-pages.ts');
  const bare = fork(program, [uri, mongoose.connection.name, event], { execArgv: ['--import', 'tsx'] });
  const [{ port }] = (await once(bare, 'message')) as [{ port: number }];
  return { url: `http://127.0.0.1:${port}`, stop: () => void bare.kill() };
}
