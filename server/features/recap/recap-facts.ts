import { sides, type Side } from '../../../contract/states.ts';
import { type Agenda, Agendas } from '../../../models/agenda.ts';
import type { Conference } from '../../../models/event.ts';
import { type Guest, Guests } from '../../../models/guest.ts';
import type { Report } from '../../../models/report.ts';
import type { Access } from '../access/access.ts';
import { eventStatement } from '../attendance/event-statement.ts';
import type { Figures as AttendanceFigures } from '../attendance/statement.ts';
import { awardList, type AwardList } from '../awards/award-list.ts';
import { sentInstead } from '../events/stand-ins.ts';
import { cameInstead } from '../events/came-instead.ts';
import { loadReport } from './load-report.ts';

export type RecapPerson = Pick<
  Guest,
  '_id' | 'name' | 'addressForm' | 'position' | 'organisationName' | 'answer'
>;

/** The people of one side in protocol order: those who are named, and how many more there were. */
export interface RecapSide {
  side: Side;
  people: (RecapPerson & { substitute: string })[];
  others: number;
}

/** Everything a news item about the event may tell. */
export interface RecapFacts {
  event: Conference;
  items: Agenda['items'];
  speakers: ReadonlyMap<string, RecapPerson>;
  sides: RecapSide[];
  /** From the check-ins; null when nobody was checked in with Rostrum. */
  attendance: AttendanceFigures | null;
  report: Report;
  awards: AwardList;
}

const MOST_NAMED = 15;
const fields = { name: 1, addressForm: 1, position: 1, organisationName: 1, answer: 1 } as const;

export async function recapFacts(access: Access): Promise<RecapFacts> {
  const { event } = access;
  const [agenda, statement, report, awards] = await Promise.all([
    Agendas.findById(event._id, { items: 1 }).lean<Agenda>(),
    eventStatement(access),
    loadReport(event),
    awardList(access),
  ]);
  const items = agenda?.items ?? [];
  const wasCounted = statement.present > 0;
  return {
    event,
    items,
    speakers: await speakersOf(access, items),
    sides: await sidesOf(access, wasCounted),
    attendance: wasCounted ? statement : null,
    report,
    awards,
  };
}

async function speakersOf(access: Access, items: Agenda['items']): Promise<Map<string, RecapPerson>> {
  const ids = items.flatMap(({ speakers }) => speakers);
  const found = await Guests.find({ event: access.event._id, _id: { $in: ids } }, fields).lean<
    RecapPerson[]
  >();
  return new Map(found.map((person) => [String(person._id), person]));
}

/** Who was let in; where nobody was checked in, who is on the list and has not declined. */
async function sidesOf({ event }: Access, wasCounted: boolean): Promise<RecapSide[]> {
  const came = wasCounted
    ? { arrivedAt: { $gt: new Date(0) } }
    : { standing: { $nin: ['declined', 'cancelled'] as const }, replacedBy: null };
  const instead = wasCounted ? await cameInstead(event) : [];
  const atDoor = new Map(instead.map(({ guest, admission }) => [String(guest), admission.substitute]));
  const substituteOf = (person: RecapPerson): string =>
    wasCounted ? (atDoor.get(String(person._id)) ?? '') : sentInstead(person);
  return Promise.all(
    sides.map(async (side) => {
      const those = { event: event._id, side, state: 'listed' as const, ...came };
      const [people, all] = await Promise.all([
        Guests.find(those, fields).sort({ order: 1, _id: 1 }).limit(MOST_NAMED).lean<RecapPerson[]>(),
        Guests.countDocuments(those),
      ]);
      const named = people.map((person) => ({ ...person, substitute: substituteOf(person) }));
      return { side, people: named, others: all - people.length };
    }),
  );
}
