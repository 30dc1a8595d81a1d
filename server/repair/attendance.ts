import type { Types } from 'mongoose';
import { type Admission, type CheckIn, CheckIns } from '../../models/check-in.ts';
import { type Guest, Guests } from '../../models/guest.ts';
import { Scans } from '../../models/scan.ts';
import { checkInId, eventList } from '../features/attendance/check-in-list.ts';
import { type Check, compared, type Difference } from './difference.ts';
import { readAll } from './read-all.ts';

export const attendance: readonly Check[] = [
  { about: 'guests: arrival as the check-ins say', find: arrivals },
  { about: 'guests: nobody in the hall is cancelled', find: cancelledInside },
  { about: 'scan journal: every admission has its line', find: journal },
];

type Arrived = Pick<Guest, '_id' | 'event' | 'arrivedAt'>;

async function arrivals(): Promise<Difference[]> {
  const admitted = await admittedAt();
  const found: Difference[] = [];
  for await (const guest of readAll<Arrived>(Guests, { fields: { event: 1, arrivedAt: 1 } })) {
    const { _id } = guest;
    const arrivedAt = admitted.get(checkInId(eventList({ _id: guest.event }), _id)) ?? null;
    found.push(
      ...compared({ collection: 'guests', id: _id }, guest, { arrivedAt }, (fields) =>
        Guests.updateOne({ _id }, { $set: fields }, { timestamps: false }),
      ),
    );
  }
  return found;
}

async function admittedAt(): Promise<Map<string, Date>> {
  const admitted = new Map<string, Date>();
  const inside = { filter: { admission: { $ne: null } }, fields: { 'admission.at': 1 } } as const;
  for await (const { _id, admission } of readAll<{ _id: string; admission: { at: Date } }>(
    CheckIns,
    inside,
  )) {
    admitted.set(_id, admission.at);
  }
  return admitted;
}

/** The hall counts them, the statement does not: a person decides whether they were in or out. */
async function cancelledInside(): Promise<Difference[]> {
  const cancelled = await Guests.find({ state: 'cancelled' }, { event: 1 }).lean<Arrived[]>();
  const places = cancelled.map(({ _id, event }) => checkInId(eventList({ _id: event }), _id));
  const inside = await CheckIns.find({ _id: { $in: places }, admission: { $ne: null } }, { guest: 1 }).lean();
  return inside.map(({ guest }) => ({
    key: `guests/${String(guest)}/cancelled-inside`,
    line: `guests ${String(guest)}: cancelled, but in the hall`,
    mend: null,
  }));
}

async function journal(): Promise<Difference[]> {
  const lines = new Set<string>();
  const welcomes = { filter: { verdict: 'welcome' }, fields: { _id: 1 } } as const;
  for await (const { _id } of readAll<{ _id: string }>(Scans, welcomes)) lines.add(_id);
  const found: Difference[] = [];
  for await (const checkIn of readAll<CheckIn>(CheckIns, { fields: { effects: 0, scanIds: 0 } })) {
    const missing = admissionsOf(checkIn).filter(({ scanId }) => !lines.has(scanId));
    found.push(...missing.map((admission) => missingLine(checkIn, admission)));
  }
  return found;
}

function admissionsOf({ admission, undone }: CheckIn): Admission[] {
  return [...undone.map((past) => past.admission), ...(admission ? [admission] : [])];
}

function missingLine({ event, list, guest }: CheckIn, { scanId, at, by, door }: Admission): Difference {
  const line: { event: Types.ObjectId } & Record<string, unknown> = { event, list, guest, door, by, at };
  return {
    key: `scans/${scanId}`,
    line: `scans ${scanId}: an admission without its line in the journal`,
    mend: () =>
      Scans.updateOne(
        { _id: scanId },
        { $setOnInsert: { ...line, verdict: 'welcome', text: '' } },
        { upsert: true },
      ),
  };
}
