import type { Types } from 'mongoose';
import { type Agenda, Agendas } from '../../../../models/agenda.ts';
import { type Award, Awards } from '../../../../models/award.ts';
import { BadgeDesigns, type EventBadges } from '../../../../models/badge-design.ts';
import { type CheckIn, CheckIns } from '../../../../models/check-in.ts';
import type { Conference } from '../../../../models/event.ts';
import { DoorPlans, type EventDoorPlan } from '../../../../models/door-plan.ts';
import { type FormalLetter, FormalLetters } from '../../../../models/formal-letter.ts';
import { type Guest, Guests } from '../../../../models/guest.ts';
import { type MessageTemplate, MessageTemplates } from '../../../../models/message-template.ts';
import { type Nomination, Nominations } from '../../../../models/nomination.ts';
import { type Organisation, Organisations } from '../../../../models/organisation.ts';
import { type Recap, Recaps } from '../../../../models/recap.ts';
import { type Report, Reports } from '../../../../models/report.ts';
import { type Seating, Seatings } from '../../../../models/seating.ts';
import { type Stage, Stages } from '../../../../models/stage.ts';
import { type Wave, Waves } from '../../../../models/wave.ts';

/** Everything that is stored of one event, in the order in which it goes into a file. */
export interface StoredEvent {
  event: Conference;
  organisations: Organisation[];
  guests: Guest[];
  agenda: Agenda | null;
  report: Report | null;
  awards: Award[];
  recap: Recap | null;
  doorPlan: EventDoorPlan | null;
  checkIns: CheckIn[];
  stage: Stage | null;
  seating: Seating | null;
  letters: MessageTemplate[];
  formalLetter: FormalLetter | null;
  badges: EventBadges | null;
  waves: Wave[];
  nominations: Nomination[];
}

export async function storedEvent(event: Conference): Promise<StoredEvent> {
  const [parts, letters] = await Promise.all([partsOf(event), lettersOf(event)]);
  const organisations = await organisationsOf(event, [...parts.guests, ...letters.nominations]);
  return { event, organisations, ...parts, ...letters };
}

type Letters = Pick<StoredEvent, 'letters' | 'formalLetter' | 'badges' | 'waves' | 'nominations'>;

async function partsOf(
  event: Conference,
): Promise<Omit<StoredEvent, 'event' | 'organisations' | keyof Letters>> {
  const own = { event: event._id };
  const [guests, agenda, report, awards, recap, doorPlan, checkIns, stage, seating] = await Promise.all([
    Guests.find(own).sort({ _id: 1 }).lean<Guest[]>(),
    Agendas.findById(event._id).lean<Agenda>(),
    Reports.findById(event._id).lean<Report>(),
    Awards.find(own).sort({ order: 1, _id: 1 }).lean<Award[]>(),
    Recaps.findById(event._id).lean<Recap>(),
    DoorPlans.findById(event._id, { effects: 0 }).lean<EventDoorPlan>(),
    CheckIns.find(own).lean<CheckIn[]>(),
    Stages.findById(event._id).lean<Stage>(),
    Seatings.findById(event._id, { steps: 0, effects: 0 }).lean<Seating>(),
  ]);
  return { guests, agenda, report, awards, recap, doorPlan, checkIns, stage, seating };
}

async function lettersOf(event: Conference): Promise<Letters> {
  const own = { event: event._id };
  const [letters, formalLetter, badges, waves, nominations] = await Promise.all([
    MessageTemplates.find(own).lean<MessageTemplate[]>(),
    FormalLetters.findById(event._id).lean<FormalLetter>(),
    BadgeDesigns.findById(event._id).lean<EventBadges>(),
    Waves.find(own).sort({ number: 1 }).lean<Wave[]>(),
    Nominations.find(own).sort({ _id: 1 }).lean<Nomination[]>(),
  ]);
  return { letters, formalLetter, badges, waves, nominations };
}

/** Those of the host, of the guests and of the units that are asked, and whatever stands above them. */
async function organisationsOf(
  event: Conference,
  members: readonly Pick<Guest | Nomination, 'organisation'>[],
): Promise<Organisation[]> {
  const found = new Map<string, Organisation>();
  let wanted = idsOf([event.host.organisation, ...members.map(({ organisation }) => organisation)]);
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
