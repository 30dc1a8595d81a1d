import type { Types } from 'mongoose';
import { type Agenda, Agendas } from '../../../../models/agenda.ts';
import { type Award, Awards } from '../../../../models/award.ts';
import { type CheckIn, CheckIns } from '../../../../models/check-in.ts';
import type { Conference } from '../../../../models/event.ts';
import { type Guest, Guests } from '../../../../models/guest.ts';
import { type Organisation, Organisations } from '../../../../models/organisation.ts';
import { type Recap, Recaps } from '../../../../models/recap.ts';
import { type Report, Reports } from '../../../../models/report.ts';
import { type Seating, Seatings } from '../../../../models/seating.ts';
import { type Stage, Stages } from '../../../../models/stage.ts';
import { eventList } from '../../attendance/check-in-list.ts';

/** Everything that is stored of one event, in the order in which it goes into a file. */
export interface StoredEvent {
  event: Conference;
  organisations: Organisation[];
  guests: Guest[];
  agenda: Agenda | null;
  report: Report | null;
  awards: Award[];
  recap: Recap | null;
  checkIns: CheckIn[];
  stage: Stage | null;
  seating: Seating | null;
}

export async function storedEvent(event: Conference): Promise<StoredEvent> {
  const own = { event: event._id };
  const [guests, agenda, report, awards, recap, checkIns, stage, seating] = await Promise.all([
    Guests.find(own).sort({ _id: 1 }).lean<Guest[]>(),
    Agendas.findById(event._id).lean<Agenda>(),
    Reports.findById(event._id).lean<Report>(),
    Awards.find(own).sort({ order: 1, _id: 1 }).lean<Award[]>(),
    Recaps.findById(event._id).lean<Recap>(),
    CheckIns.find({ ...own, list: eventList(event) }).lean<CheckIn[]>(),
    Stages.findById(event._id).lean<Stage>(),
    Seatings.findById(event._id, { steps: 0, effects: 0 }).lean<Seating>(),
  ]);
  const organisations = await organisationsOf(event, guests);
  return { event, organisations, guests, agenda, report, awards, recap, checkIns, stage, seating };
}

/** Those of the host and of the guests, and whatever stands above them. */
async function organisationsOf(event: Conference, guests: readonly Guest[]): Promise<Organisation[]> {
  const found = new Map<string, Organisation>();
  let wanted = idsOf([event.host.organisation, ...guests.map(({ organisation }) => organisation)]);
  while (wanted.length > 0) {
    const units = await Organisations.find({ _id: { $in: wanted } }).lean<Organisation[]>();
    for (const unit of units) found.set(String(unit._id), unit);
    wanted = idsOf(units.map(({ parent }) => parent)).filter((id) => !found.has(id));
  }
  return [...found.values()].toSorted((a, b) => (String(a._id) < String(b._id) ? -1 : 1));
}

function idsOf(ids: readonly (Types.ObjectId | null)[]): string[] {
  return [...new Set(ids.flatMap((id) => (id ? [String(id)] : [])))];
}
