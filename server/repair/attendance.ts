import type { Types } from 'mongoose';
import { type Admission, type CheckIn, CheckIns } from '../../models/check-in.ts';
import { type Guest, Guests } from '../../models/guest.ts';
import { Scans } from '../../models/scan.ts';
import { checkInId, eventList } from '../features/attendance/check-in-list.ts';
import { type Check, compared, type Difference } from './difference.ts';

export const attendance: readonly Check[] = [
  { about: 'guests: arrival as the check-ins say', find: arrivals },
  { about: 'guests: nobody in the hall is cancelled', find: cancelledInside },
  { about: 'scan journal: every admission has its line', find: journal },
];

type Arrived = Pick<Guest, '_id' | 'event' | 'arrivedAt'>;

async function arrivals(): Promise<Difference[]> {
  const admitted = await admittedAt();
  const found: Difference[] = [];
  for await (const guest of Guests.find({}, { event: 1, arrivedAt: 1 }).lean<Arrived>().cursor()) {
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
  const checkIns = await CheckIns.find({ admission: { $ne: null } }, { 'admission.at': 1 }).lean<
    { _id: string; admission: { at: Date } }[]
  >();
  return new Map(checkIns.map(({ _id, admission }) => [_id, admission.at]));
}

/** The hall counts them, the statement does not: a person decides whether they were in or out. */
async function cancelledInside(): Promise<Difference[]> {
  const admitted = await admittedAt();
  const cancelled = await Guests.find({ state: 'cancelled' }, { event: 1 }).lean<Arrived[]>();
  return cancelled
    .filter(({ _id, event }) => admitted.has(checkInId(eventList({ _id: event }), _id)))
    .map(({ _id }) => ({
      key: `guests/${String(_id)}/cancelled-inside`,
      line: `guests ${String(_id)}: cancelled, but in the hall`,
      mend: null,
    }));
}

async function journal(): Promise<Difference[]> {
  const lines = new Set((await Scans.find({ verdict: 'welcome' }, { _id: 1 }).lean()).map(({ _id }) => _id));
  const checkIns = await CheckIns.find({}, { effects: 0 }).lean<CheckIn[]>();
  return checkIns.flatMap((checkIn) =>
    admissionsOf(checkIn)
      .filter(({ scanId }) => !lines.has(scanId))
      .map((admission) => missingLine(checkIn, admission)),
  );
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
