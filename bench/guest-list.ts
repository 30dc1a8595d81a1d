import { type Conference } from '../models/event.ts';
import { type Guest, Guests } from '../models/guest.ts';
import { limits } from '../contract/limits.ts';
import { type Access, systemAccess } from '../server/features/access/access.ts';
import { guestList } from '../server/features/guests/guest-list.ts';
import { ListQuery } from '../server/features/guests/input.ts';
import { alternate, median, milliseconds, type Row, row } from './support/measure.ts';
import { seedEvent, seedGuests } from './support/seed.ts';
import { openSite } from './support/site.ts';

// With accents and without, half a word, a common beginning, and nobody.
const terms = ['huyền', 'dang dinh', 'thanh 7', 'ngu', 'đặng', 'khongcoai'];
/** What the pages of waves, answers and of what needs somebody lead to. */
const filters = [
  { tab: 'no-answer' },
  { tab: 'declined' },
  { tab: 'bounced' },
  { tab: 'missing' },
  { 'no-email': 'true' },
  { language: 'en' },
  { category: 'guest', sort: 'name' },
];
const standings = ['no-answer', 'attending', 'attending', 'declined'] as const;
const TIMES = 20;

/** B8: a page of the guest list and searches while typing, against one indexed read, at growing sizes. */
export async function guestListPages({ quick }: { quick: boolean }): Promise<Row[]> {
  const sizes = quick ? [1000, 20_000] : [1000, 20_000, 100_000];
  const events = new Map<number, { event: Conference; guests: Guest[] }>();
  const site = await openSite(async () => {
    for (const size of sizes) {
      const event = await seedEvent(`bench-list-${size}`);
      events.set(size, { event, guests: await seedGuests(event, size, inTurn()) });
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
    const last = await pageAfter(access, Math.floor(size / 2 / limits.pageSize));
    const deep = await alternate(3, { limit: single, app: () => read({ page: last }) });
    rows.push(row(`B8 page in the middle of ${size}`, { ...deep, unit: 'ms' }, target));
    const narrow = await alternate(3, {
      limit: single,
      app: async () => median(await sequence(filters, (query) => read(query))),
    });
    rows.push(row(`B8 tabs and filters of ${size}`, { ...narrow, unit: 'ms' }, target));
    rows.push(row(`B8 search in ${size} guests`, { ...search, unit: 'ms' }, target));
  }
  await site.close();
  return rows;
}

/** Of every standing some, so that every tab has its people. */
function inTurn(): (guest: Guest) => Guest {
  let index = 0;
  return (guest) => {
    index += 1;
    return { ...guest, standing: standings[index % standings.length] ?? 'attending' };
  };
}

/** The place behind so many pages. */
async function pageAfter(access: Access, pages: number): Promise<string> {
  let place = '';
  for (let page = 0; page < pages; page += 1) {
    const { next } = await guestList(access, ListQuery.parse({ page: place }));
    if (!next) return place;
    place = next;
  }
  return place;
}

async function sequence<T>(items: readonly T[], work: (item: T) => Promise<number>): Promise<number[]> {
  const results: number[] = [];
  for (const item of items) results.push(await work(item));
  return results;
}
