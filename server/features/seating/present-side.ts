import type { Locale } from '../../../contract/locales.ts';
import type { Seating } from '../../../models/seating.ts';
import { paths } from '../../paths.ts';
import { translate } from '../../platform/i18n/translate.ts';
import { searchTerms, searchWords } from '../../platform/text.ts';
import { type Access, can } from '../access/access.ts';
import { officeIn } from '../directory/style-of-address.ts';
import { seatText } from '../guests/seat-text.ts';
import type { Conflict } from './conflicts.ts';
import type { SeatingQuery } from './input.ts';
import { type Plan, type PlanSeat, seatsOf } from './lay-out.ts';
import { occupant, personOf } from './occupant.ts';
import { conflictActs, conflictLines } from './present-conflicts.ts';
import { occupantName } from './present-drawing.ts';
import { companionsOf, isExpected, type SeatingGuest } from './seating-guests.ts';
import type { SideModel } from './views.ts';

const SHOWN = 60;

export interface SideFacts {
  access: Access;
  locale: Locale;
  query: SeatingQuery;
  seating: Seating;
  plan: Plan;
  guests: ReadonlyMap<string, SeatingGuest>;
  conflicts: readonly Conflict[];
}

/** What stands beside the drawing: the chosen seat or person, what is wrong, and who has no seat yet. */
export function sideModel(facts: SideFacts): SideModel {
  const { access, locale, query } = facts;
  const canEdit = can(access, 'seating.edit');
  const found = query.q === '' ? waiting(facts) : search(facts);
  return {
    move: paths.moveSeat(access.event),
    canEdit,
    search: { action: paths.seating(access.event), q: query.q, seat: query.seat, who: query.who },
    chosen: chosenModel(facts, canEdit),
    ...conflictLines(facts, canEdit),
    bulk: canEdit ? conflictActs(facts) : [],
    heading: translate(locale, query.q === '' ? 'seating.waiting' : 'seating.found', { count: found.length }),
    people: peopleModels(facts, found.slice(0, SHOWN)),
    more:
      found.length > SHOWN ? translate(locale, 'seating.more-people', { count: found.length - SHOWN }) : '',
    nobody:
      found.length > 0
        ? ''
        : translate(locale, query.q === '' ? 'seating.nobody-waiting' : 'seating.found-nobody'),
  };
}

type HallFacts = Pick<SideFacts, 'plan' | 'seating' | 'guests'>;

export function countWaiting(facts: HallFacts): number {
  return waiting(facts).length;
}

/** In protocol order, each followed by the people they bring. A seat that is not drawn is none. */
function waiting({ plan, seating, guests }: HallFacts): string[] {
  const seated = new Set(seatsOf(plan).map(({ key }) => seating.seats[key]));
  return [...guests.values()]
    .filter(isExpected)
    .flatMap((guest) => peopleOf(guest).filter((who) => !seated.has(who)));
}

function peopleOf(guest: SeatingGuest): string[] {
  return [0, ...companionsOf(guest).map((_, at) => at + 1)].map((at) => occupant(String(guest._id), at));
}

function search({ guests, query }: SideFacts): string[] {
  const terms = searchTerms(query.q);
  return [...guests.values()]
    .filter((guest) => {
      const { vi, latin, ru } = guest.name;
      const words = searchWords(
        vi,
        latin,
        ru && Object.values(ru).join(' '),
        guest.delegation,
        guest.organisationName.vi,
      );
      return terms.every((term) => words.some((word) => word.startsWith(term)));
    })
    .filter(isExpected)
    .flatMap(peopleOf);
}

function peopleModels(facts: SideFacts, people: readonly string[]): SideModel['people'] {
  const { plan, query, seating } = facts;
  const listed = new Set(people);
  const seats = seatsOf(plan).filter(({ key }) => listed.has(seating.seats[key] ?? ''));
  const sitting = new Map(seats.map((seat) => [seating.seats[seat.key], seat]));
  const target = seatsOf(plan).find(({ key, blocked }) => key === query.seat && !blocked);
  return people.map((who) => personModel(facts, who, { at: sitting.get(who), target }));
}

function personModel(
  facts: SideFacts,
  who: string,
  { at, target }: { at: PlanSeat | undefined; target: PlanSeat | undefined },
): SideModel['people'][number] {
  const { locale, guests, seating } = facts;
  const { guest: id, companion } = personOf(who);
  const guest = guests.get(id);
  if (!guest) throw new Error('Somebody is listed who is not on the list');
  const name = occupantName(who, guest, locale);
  return {
    who,
    name,
    office: companion === 0 ? officeIn(guest, locale) : '',
    delegation: companion === 0 ? guest.delegation : '',
    seat: at ? seatText(at.place, locale) : '',
    href: `?who=${encodeURIComponent(who)}`,
    to: target && target !== at ? target.key : '',
    saw: target ? (seating.seats[target.key] ?? '') : '',
    toLabel: target
      ? translate(locale, 'seating.seat-here', { seat: seatText(target.place, locale), name })
      : '',
    holdLabel: translate(locale, 'seating.hold', { name }),
  };
}

function chosenModel(facts: SideFacts, canEdit: boolean): SideModel['chosen'] {
  const { query, plan, seating } = facts;
  const seats = seatsOf(plan);
  if (query.who !== '') {
    const at = seats.find(({ key }) => seating.seats[key] === query.who) ?? null;
    return chosenPerson(facts, query.who, { at, canEdit });
  }
  const seat = seats.find(({ key }) => key === query.seat);
  if (!seat) return null;
  const who = seating.seats[seat.key] ?? '';
  return who === '' ? chosenSeat(facts, seat) : chosenPerson(facts, who, { at: seat, canEdit });
}

function chosenSeat({ locale, access }: SideFacts, seat: PlanSeat): SideModel['chosen'] {
  const state = seat.blocked ? 'blocked' : seat.kept ? 'kept' : 'free';
  return {
    title: seatText(seat.place, locale),
    text: translate(locale, 'seating.chosen-seat', { state }),
    clear: paths.seating(access.event),
    guest: '',
    byName: null,
    acts: [],
  };
}

function chosenPerson(
  { access, locale, guests, seating, plan }: SideFacts,
  who: string,
  { at, canEdit }: { at: PlanSeat | null; canEdit: boolean },
): SideModel['chosen'] {
  const guest = guests.get(personOf(who).guest);
  if (!guest) return null;
  const { event } = access;
  const free = seatsOf(plan).filter(({ key, blocked }) => !blocked && seating.seats[key] === undefined);
  const seat = at ? seatText(at.place, locale) : '';
  return {
    title: occupantName(who, guest, locale),
    text: [officeIn(guest, locale), translate(locale, 'seating.sits', { seat: seat || 'none' })]
      .filter(Boolean)
      .join(' · '),
    clear: paths.seating(event),
    guest: paths.guest(event, guest),
    byName: canEdit
      ? {
          action: paths.moveSeatByName(event),
          who,
          seats: free.slice(0, 500).map(({ place }) => seatText(place, locale)),
        }
      : null,
    acts:
      canEdit && at
        ? [
            {
              action: paths.moveSeat(event),
              label: translate(locale, 'seating.unseat'),
              fields: [
                { name: 'who', value: who },
                { name: 'to', value: '' },
              ],
            },
          ]
        : [],
  };
}
