import { type Conference } from '../models/event.ts';
import { type Guest, Guests } from '../models/guest.ts';
import { systemAccess } from '../server/features/access/access.ts';
import { guestList } from '../server/features/guests/guest-list.ts';
import { ListQuery } from '../server/features/guests/input.ts';
import { alternate, median, milliseconds, type Row, row } from './support/measure.ts';
import { seedEvent, seedGuests } from './support/seed.ts';
import { openSite } from './support/site.ts';

const terms = ['huyền', 'dang dinh', 'thanh 7', 'ngu', 'đặng', 'khongcoai'];
const TIMES = 20;

/** B8: a page of the guest list and searches while typing, against one indexed read, at growing sizes. */
export async function guestListPages({ quick }: { quick: boolean }): Promise<Row[]> {
  const sizes = quick ? [1000, 10_000] : [1000, 10_000, 100_000];
  const events = new Map<number, { event: Conference; guests: Guest[] }>();
  const site = await openSite(async () => {
    for (const size of sizes) {
      const event = await seedEvent(`bench-list-${size}`);
      events.set(size, { event, guests: await seedGuests(event, size) });
    }
  });
  const rows: Row[] = [];
  for (const [size, { event, guests }] of events) {
    const access = systemAccess(event);
    const read = async (query: object): Promise<number> => {
      const took: number[] = [];
      for (let time = 0; time < TIMES; time += 1) {
        took.push(await milliseconds(() => guestList(access, ListQuery.parse(query))));
      }
      return median(took);
    };
    const code = guests[Math.floor(size / 2)]?.code ?? '';
    const single = async (): Promise<number> => {
      const took: number[] = [];
      for (let time = 0; time < TIMES; time += 1) {
        took.push(await milliseconds(() => Guests.findOne({ event: event._id, code }).lean()));
      }
      return median(took);
    };
    const target = { kind: 'at-most', value: 3 } as const;
    const page = await alternate(3, { limit: single, app: () => read({}) });
    rows.push(row(`B8 page of ${size} guests`, { ...page, unit: 'ms' }, target));
    const search = await alternate(3, {
      limit: single,
      app: async () => median(await sequence(terms, (q) => read({ q }))),
    });
    rows.push(row(`B8 search in ${size} guests`, { ...search, unit: 'ms' }, target));
  }
  await site.close();
  return rows;
}

async function sequence<T>(items: readonly T[], work: (item: T) => Promise<number>): Promise<number[]> {
  const results: number[] = [];
  for (const item of items) results.push(await work(item));
  return results;
}
