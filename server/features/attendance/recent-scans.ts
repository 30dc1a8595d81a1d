import { type CheckIn, CheckIns } from '../../../models/check-in.ts';
import { type Scan, Scans } from '../../../models/scan.ts';
import type { Access } from '../access/access.ts';
import { outcomeOf } from './outcome-of.ts';
import type { Outcome } from './outcome.ts';

const SHOWN = 5;

export interface RecentScan {
  at: Date;
  outcome: Outcome;
  /** The guest is in by this very scan, and may be taken back. */
  standing: boolean;
}

/** The last scans of this door, or of this person at a door, newest first. */
export async function recentScans(access: Access): Promise<RecentScan[]> {
  const [admitting, refused] = await Promise.all([entriesBy(access), refusalsBy(access)]);
  const latest = [...admitting, ...refused].toSorted((a, b) => b.at.getTime() - a.at.getTime());
  const recent = latest.slice(0, SHOWN).map(async ({ id, at, standing }) => {
    const outcome = await outcomeOf(access, id);
    return outcome ? [{ at, outcome, standing }] : [];
  });
  return (await Promise.all(recent)).flat();
}

interface Line {
  id: string;
  at: Date;
  standing: boolean;
}

async function entriesBy({ actor, event }: Access): Promise<Line[]> {
  const own = actor.kind === 'door' ? { 'door.id': actor.id } : { 'door.id': '', by: actor.name };
  const checkIns = await CheckIns.find({ event: event._id, passages: { $elemMatch: own } })
    .sort({ 'passages.at': -1 })
    .limit(SHOWN)
    .lean<CheckIn[]>();
  return checkIns.flatMap(({ passages, admission }) =>
    passages
      .filter(({ kind, door, by }) => kind === 'entry' && isOwn(actor, door.id, by))
      .map(({ id, at }) => ({ id, at, standing: admission?.scanId === id })),
  );
}

async function refusalsBy({ actor, event }: Access): Promise<Line[]> {
  const own = actor.kind === 'door' ? { 'door.id': actor.id } : { 'door.id': '', by: actor.name };
  const scans = await Scans.find({ event: event._id, ...own })
    .sort({ at: -1 })
    .limit(SHOWN)
    .lean<Scan[]>();
  return scans.map(({ _id, at }) => ({ id: _id, at, standing: false }));
}

function isOwn(actor: Access['actor'], door: string, by: string): boolean {
  return actor.kind === 'door' ? door === actor.id : door === '' && by === actor.name;
}
