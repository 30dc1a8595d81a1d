import { CheckIns } from '../models/check-in.ts';
import type { Conference } from '../models/event.ts';
import type { Guest } from '../models/guest.ts';
import { systemAccess } from '../server/features/access/access.ts';
import { rooms } from '../server/features/access/rooms.ts';
import { lectern } from '../server/features/stage/lectern.ts';
import { tell } from '../server/platform/live/tell.ts';
import { alternate, median, milliseconds, type Row, row } from './support/measure.ts';
import { seedEvent, seedGuests } from './support/seed.ts';
import { openSite } from './support/site.ts';

const FEW = 1000;
const MANY = 10_000;

/** B10: the list of introductions while people come in and are named, in a hall of ten times as many. */
export async function lecternOfMany({ quick }: { quick: boolean }): Promise<Row[]> {
  const events: Conference[] = [];
  const site = await openSite(async () => {
    for (const size of [FEW, MANY]) {
      const event = await seedEvent(`bench-hall-${size}`);
      await admitAll(event, await seedGuests(event, size));
      events.push(event);
    }
  });
  const [few, many] = events;
  if (!few || !many) throw new Error('Nothing was seeded');
  const times = quick ? 10 : 30;
  const named = (event: Conference) => medianOf(times, () => lectern(systemAccess(event)));
  const arrived = (event: Conference) =>
    medianOf(times, () => {
      tell(rooms.stage(event), 'attendance:undone', '');
      return lectern(systemAccess(event));
    });
  const afterNaming = await alternate(3, { limit: () => named(few), app: () => named(many) });
  const afterArrival = await alternate(3, { limit: () => arrived(few), app: () => arrived(many) });
  await site.close();
  const target = (value: number) => ({ kind: 'at-most', value }) as const;
  return [
    row(`B10 list after a name, ${MANY} against ${FEW}`, { ...afterNaming, unit: 'ms' }, target(4)),
    row(`B10 list after an arrival, ${MANY} against ${FEW}`, { ...afterArrival, unit: 'ms' }, target(6)),
  ];
}

async function medianOf(times: number, work: () => Promise<unknown>): Promise<number> {
  const took: number[] = [];
  for (let time = 0; time < times; time += 1) took.push(await milliseconds(work));
  return median(took);
}

async function admitAll(event: Conference, guests: readonly Guest[]): Promise<void> {
  const list = String(event._id);
  const at = new Date();
  for (let from = 0; from < guests.length; from += 2000) {
    await CheckIns.insertMany(
      guests.slice(from, from + 2000).map(({ _id: guest }) => ({
        _id: `${list}:${String(guest)}`,
        event: event._id,
        list,
        guest,
        passages: [
          {
            id: String(guest),
            kind: 'entry' as const,
            at,
            deviceAt: null,
            door: { id: '', name: '' },
            seq: 0,
            by: '',
            method: 'scan' as const,
            substitute: '',
          },
        ],
        admission: { scanId: String(guest), at, substitute: '' },
      })),
    );
  }
}
