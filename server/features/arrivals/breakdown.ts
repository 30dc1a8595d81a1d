import type { CheckInList } from '../../../contract/attendance/list.ts';
import type { Localised } from '../../../contract/localised.ts';
import { CheckIns } from '../../../models/check-in.ts';
import { Guests } from '../../../models/guest.ts';
import type { Access } from '../access/access.ts';
import { eventStatement } from '../attendance/event-statement.ts';
import { inNow } from '../attendance/in-now.ts';
import type { Arrived } from './arrival-log.ts';
import type { Gates } from './gate-of.ts';

export const breakdowns = ['gate', 'category', 'list', 'unit'] as const;
export type Breakdown = (typeof breakdowns)[number];

export interface Part {
  /** A name, or what it is called in each language; '' for whatever has none. */
  name: string | Localised;
  present: number;
  /** Who is expected there; null where that is not known. */
  expected: number | null;
}

/** Who is in, by what was asked for; everything but the units is counted in indexes. */
export async function breakdown(
  access: Access,
  by: Breakdown,
  { log, gates, lists }: { log: readonly Arrived[]; gates: Gates; lists: readonly CheckInList[] },
): Promise<Part[]> {
  switch (by) {
    case 'gate':
      return byGate(log, gates);
    case 'category':
      return byCategory(access);
    case 'list':
      return Promise.all(
        lists.map(async (list) => ({ name: list.name, present: await inList(access, list), expected: null })),
      );
    case 'unit': {
      const { units } = await eventStatement(access);
      return units.map(({ unit, present, summoned }) => ({ name: unit, present, expected: summoned }));
    }
  }
}

function byGate(log: readonly Arrived[], { gateOf }: Gates): Part[] {
  const counts = new Map<string, number>();
  for (const each of log) {
    const gate = gateOf(each);
    counts.set(gate, (counts.get(gate) ?? 0) + 1);
  }
  return [...counts]
    .map(([name, present]) => ({ name, present, expected: null }))
    .toSorted((a, b) => b.present - a.present);
}

async function inList({ event }: Access, list: CheckInList): Promise<number> {
  return CheckIns.countDocuments(inNow(event, list));
}

/** Expected are those who said that they come, and whoever is in without having said it. */
async function byCategory({ event }: Access): Promise<Part[]> {
  const isIn = { $gt: ['$arrivedAt', new Date(0)] };
  const isComing = { $in: ['$standing', ['attending', 'substitute']] };
  const rows = await Guests.aggregate<{ _id: string; present: number; expected: number }>([
    { $match: { event: event._id, standing: { $ne: 'cancelled' } } },
    { $project: { _id: 0, category: 1, standing: 1, arrivedAt: 1 } },
    {
      $group: {
        _id: '$category',
        present: { $sum: { $cond: [isIn, 1, 0] } },
        expected: { $sum: { $cond: [{ $or: [isIn, isComing] }, 1, 0] } },
      },
    },
  ]);
  const found = new Map(rows.map((row) => [row._id, row]));
  const known = event.categories.map(({ id, title }) => ({ id, name: title as string | Localised }));
  const others = rows.filter(({ _id }) => !known.some(({ id }) => id === _id));
  return [...known, ...others.map(({ _id }) => ({ id: _id, name: '' as string | Localised }))].map(
    ({ id, name }) => {
      const { present = 0, expected = 0 } = found.get(id) ?? {};
      return { name, present, expected };
    },
  );
}
