import type { GuestStanding } from '../contract/states.ts';
import type { Conference } from '../models/event.ts';
import type { Guest } from '../models/guest.ts';
import { systemAccess } from '../server/features/access/access.ts';
import { guestFigures } from '../server/features/events/guest-figures.ts';
import { overviewParts } from '../server/features/events/overview.ts';
import { alternate, median, milliseconds, type Row, row } from './support/measure.ts';
import { seedEvent, seedGuests } from './support/seed.ts';
import { openSite } from './support/site.ts';

const FEW = 1000;
const MANY = 10_000;
const VIEWERS = 100;
const standings: readonly GuestStanding[] = [
  'not-invited',
  'no-answer',
  'attending',
  'substitute',
  'declined',
];

/** B9: the numbers of the first page, at ten times the guests, and for a hundred who look at it together. */
export async function overviewFigures({ quick }: { quick: boolean }): Promise<Row[]> {
  const events: Conference[] = [];
  const site = await openSite(async () => {
    for (const size of [FEW, MANY]) {
      const event = await seedEvent(`bench-overview-${size}`);
      await seedGuests(event, size, inTurn());
      events.push(event);
    }
  });
  const [few, many] = events;
  if (!few || !many) throw new Error('Nothing was seeded');
  const times = quick ? 10 : 30;
  const figures = (event: Conference) => medianOf(times, () => guestFigures(event));
  const grown = await alternate(3, { limit: () => figures(few), app: () => figures(many) });
  const together = await alternate(3, {
    limit: () => figures(many),
    app: () => medianOf(times, () => lookTogether(many)),
  });
  await site.close();
  return [
    row(
      `B9 numbers of ${MANY} against ${FEW} guests`,
      { ...grown, unit: 'ms' },
      { kind: 'at-most', value: 4 },
    ),
    row(`B9 ${VIEWERS} viewers against one`, { ...together, unit: 'ms' }, { kind: 'at-most', value: 2 }),
  ];
}

/** A new piece of news each time, as it were: an event with another revision shares nothing with the one before. */
let revision = 1;
async function lookTogether(event: Conference): Promise<void> {
  const access = systemAccess({ ...event, rev: (revision += 1) });
  await Promise.all(Array.from({ length: VIEWERS }, () => overviewParts.stats(access)));
}

async function medianOf(times: number, work: () => Promise<unknown>): Promise<number> {
  const took: number[] = [];
  for (let time = 0; time < times; time += 1) took.push(await milliseconds(work));
  return median(took);
}

function inTurn(): (guest: Guest) => Guest {
  let index = 0;
  return (guest) => {
    index += 1;
    const standing = standings[index % standings.length] ?? 'attending';
    return { ...guest, standing, arrivedAt: index % 3 === 0 ? new Date() : null };
  };
}
