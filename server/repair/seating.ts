import { type Conference, Events } from '../../models/event.ts';
import { type Guest, Guests } from '../../models/guest.ts';
import { type Seating, Seatings } from '../../models/seating.ts';
import { seatText } from '../features/guests/seat-text.ts';
import { writeSeats } from '../features/guests/write-seats.ts';
import { layOut, seatsOf } from '../features/seating/lay-out.ts';
import { personOf } from '../features/seating/occupant.ts';
import { isWritten } from '../features/seating/seat-by-name.ts';
import type { Check, Difference } from './difference.ts';

export const seating: readonly Check[] = [
  { about: 'seating: everybody on the plan is on the list, on one seat', find: occupants },
  { about: 'guests: the seat as the plan names it', find: namedSeats },
];

type Plan = Pick<Seating, '_id' | 'areas' | 'seats' | 'rev'>;

async function plans(): Promise<Plan[]> {
  return Seatings.find({}, { areas: 1, seats: 1, rev: 1 }).lean<Plan[]>();
}

async function occupants(): Promise<Difference[]> {
  const found: Difference[] = [];
  for (const plan of await plans()) {
    const listed = await guestsOf(plan);
    const seen = new Set<string>();
    for (const [seat, who] of Object.entries(plan.seats)) {
      const isKnown = listed.has(personOf(who).guest);
      if (isKnown && !seen.has(who)) seen.add(who);
      else found.push(wrongSeat(plan, seat, { who, why: isKnown ? 'twice on the plan' : 'not on the list' }));
    }
  }
  return found;
}

function wrongSeat({ _id }: Plan, seat: string, { who, why }: { who: string; why: string }): Difference {
  return {
    key: `seatings/${String(_id)}/${seat}/${who}`,
    line: `seatings ${String(_id)}: ${who} at ${seat} is ${why}`,
    // Whoever has been given the seat meanwhile keeps it.
    mend: () =>
      Seatings.updateOne(
        { _id, [`seats.${seat}`]: who },
        { $unset: { [`seats.${seat}`]: '' }, $inc: { rev: 1 } },
      ),
  };
}

async function namedSeats(): Promise<Difference[]> {
  const found: Difference[] = [];
  for (const plan of await plans()) {
    const event = await Events.findById(plan._id, { defaultLocale: 1 }).lean<Language>();
    if (event) found.push(...wrongNames(plan, await guestsOf(plan), event));
  }
  return found;
}

type Language = Pick<Conference, '_id' | 'defaultLocale'>;
type Seated = Pick<Guest, '_id' | 'seat'>;

/** A seat that nobody has typed is written down; one that somebody has typed is theirs to decide. */
function wrongNames(plan: Plan, listed: ReadonlyMap<string, Seated>, event: Language): Difference[] {
  const places = new Map(seatsOf(layOut(plan.areas)).map((place) => [place.key, place]));
  const first = new Map(
    Object.entries(plan.seats)
      .toReversed()
      .map(([seat, who]) => [who, seat]),
  );
  return [...first].flatMap(([who, seat]): Difference[] => {
    const [guest, place] = [listed.get(who), places.get(seat)];
    if (!guest || !place || isWritten(place, guest.seat)) return [];
    const key = `guests/${who}/seat`;
    if (guest.seat !== '')
      return [{ key, line: `guests ${who}: another seat is written down than on the plan`, mend: null }];
    const names = new Map([[who, seatText(place.place, event.defaultLocale)]]);
    return [
      {
        key,
        line: `guests ${who}: the seat of the plan is not written down`,
        mend: () => writeSeats(event, names),
      },
    ];
  });
}

async function guestsOf({ _id, seats }: Plan): Promise<ReadonlyMap<string, Seated>> {
  const ids = [...new Set(Object.values(seats).map((who) => personOf(who).guest))];
  const known = ids.filter((id) => /^[0-9a-f]{24}$/.test(id));
  const guests = await Guests.find({ event: _id, _id: { $in: known } }, { seat: 1 }).lean<Seated[]>();
  return new Map(guests.map((guest) => [String(guest._id), guest]));
}
