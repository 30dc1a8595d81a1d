import { inLocale } from '../../../contract/localised.ts';
import type { Locale } from '../../../contract/locales.ts';
import type { SeatingArea } from '../../../models/seating.ts';
import { translate } from '../../platform/i18n/translate.ts';
import { displayName, initials } from '../directory/person-name.ts';
import { atStart, styleOfAddress } from '../directory/style-of-address.ts';
import { seatText } from '../guests/seat-text.ts';
import type { Plan, PlanSeat } from './lay-out.ts';
import { personOf } from './occupant.ts';
import { companionsOf, isExpected, type SeatingGuest } from './seating-guests.ts';
import type { DrawingModel, SeatModel } from './views.ts';

export interface DrawingFacts {
  plan: Plan;
  locale: Locale;
  seats: Readonly<Record<string, string>>;
  guests: ReadonlyMap<string, SeatingGuest>;
  canMove: boolean;
  /** The chosen seat. */
  chosen: string;
  /** Occupants whose seat is about to change. */
  moving?: ReadonlySet<string>;
}

/** With more people in the hall a seat is called by the name alone: a thousand offices more nobody listens to. */
const NAMED_IN_FULL = 800;

export function drawingModel(facts: DrawingFacts): DrawingModel {
  const { plan, locale } = facts;
  const inFull = Object.keys(facts.seats).length <= NAMED_IN_FULL;
  return {
    label: translate(locale, 'seating.drawing'),
    stage: translate(locale, 'seating.stage'),
    width: plan.width,
    height: plan.height + 34,
    middle: plan.width / 2,
    canMove: facts.canMove,
    areas: plan.areas.map((area) => ({
      title: areaTitle(area.area, locale),
      note: area.area.automatic ? '' : translate(locale, 'seating.by-hand'),
      x: area.x,
      y: area.y + 34,
      width: area.width,
      height: area.height,
      middle: area.x + area.width / 2,
      tables: area.tables.map((table) => ({ ...table, y: table.y + 34 })),
      rowNames: area.rowNames.map((row) => ({ ...row, y: row.y + 34 })),
      seats: area.seats.map((seat) => seatModel(facts, seat, inFull)),
    })),
  };
}

export function areaTitle(area: SeatingArea, locale: Locale): string {
  return inLocale(area.name, locale) || translate(locale, `seating.kind.${area.kind}`);
}

/** The name of whoever sits there, companions by the guest who brings them. */
export function occupantName(who: string, guest: SeatingGuest, locale: Locale): string {
  const { companion } = personOf(who);
  const named = displayName(guest.name, locale);
  if (companion === 0) return named;
  const name = companionsOf(guest)[companion - 1]?.name ?? '';
  return translate(locale, 'seating.companion', { person: named, name: name || 'none' });
}

function seatModel(facts: DrawingFacts, seat: PlanSeat, inFull: boolean): SeatModel {
  const { locale, seats, guests } = facts;
  const who = seats[seat.key] ?? '';
  const guest = guests.get(personOf(who).guest);
  const name = guest ? occupantName(who, guest, locale) : '';
  const isGuest = guest && personOf(who).companion === 0 && inFull;
  const full = isGuest ? atStart(styleOfAddress(guest, locale), locale) : name;
  const state = stateOf(facts, seat, { who, guest });
  return {
    id: `seat-${seat.key.replaceAll(':', '-')}`,
    key: seat.key,
    state,
    href: `?seat=${encodeURIComponent(seat.key)}`,
    label: translate(locale, 'seating.seat-label', {
      seat: seatText(seat.place, locale),
      state,
      name: full || 'none',
    }),
    text: guest ? shortMark(who, guest, locale) : state === 'blocked' ? '×' : String(seat.number),
    who: guest ? who : '',
    name,
    x: seat.x,
    y: seat.y + 34,
    current: facts.chosen === seat.key,
  };
}

function shortMark(who: string, guest: SeatingGuest, locale: Locale): string {
  const { companion } = personOf(who);
  return companion === 0 ? initials(guest.name, locale) : `+${companion}`;
}

function stateOf(
  { moving }: DrawingFacts,
  seat: PlanSeat,
  { who, guest }: { who: string; guest: SeatingGuest | undefined },
): string {
  if (!guest) return seat.blocked ? 'blocked' : seat.kept ? 'kept' : 'free';
  if (seat.blocked || !isExpected(guest)) return 'wrong';
  if (moving?.has(who)) return 'new';
  return guest.arrivedAt ? 'arrived' : 'taken';
}
