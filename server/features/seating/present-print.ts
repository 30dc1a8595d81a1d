import { inLocale } from '../../../contract/localised.ts';
import type { Locale } from '../../../contract/locales.ts';
import type { Conference } from '../../../models/event.ts';
import type { Seating } from '../../../models/seating.ts';
import { now } from '../../platform/clock.ts';
import { formatDateTime } from '../../platform/i18n/format.ts';
import { translate } from '../../platform/i18n/translate.ts';
import { fold, slugify } from '../../platform/text.ts';
import { displayName, nameSortKey, readPersonName, shortName } from '../directory/person-name.ts';
import { officeIn } from '../directory/style-of-address.ts';
import { seatText } from '../guests/seat-text.ts';
import type { PrintQuery } from './input.ts';
import { layOut, type PlanSeat, seatsOf } from './lay-out.ts';
import { personOf } from './occupant.ts';
import type { PlaceCard } from './place-cards.ts';
import { areaTitle } from './present-drawing.ts';
import { companionsOf, type SeatingGuest } from './seating-guests.ts';
import type { SeatingSheet } from './seating-sheet.ts';

export interface PrintFacts {
  event: Conference;
  seating: Seating;
  guests: ReadonlyMap<string, SeatingGuest>;
  locale: Locale;
  query: PrintQuery;
}

interface Sitting {
  seat: PlanSeat;
  guest: SeatingGuest;
  companion: number;
}

export function seatingSheet(facts: PrintFacts): SeatingSheet {
  const { event, seating, locale, query } = facts;
  const plan = layOut(seating.areas);
  const people = sittingOf(facts);
  const sitting = new Map(people.map((one) => [one.seat.key, one]));
  const notes = notesFor(people, locale);
  return {
    locale,
    paper: query.paper,
    title: translate(locale, 'seating.sheet'),
    event: inLocale(event.title, locale),
    lead: translate(locale, 'seating.sheet-lead', {
      count: people.length,
      time: formatDateTime(locale, now(), event.timeZone, 'short'),
    }),
    stage: translate(locale, 'seating.stage'),
    width: plan.width,
    height: plan.height,
    parts: plan.areas
      .filter(({ area }) => query.area === '' || area.id === query.area)
      .map((area) => ({
        ...area,
        title: areaTitle(area.area, locale),
        seats: area.seats.map((seat) => ({
          x: seat.x,
          y: seat.y,
          label: seat.short,
          blocked: seat.blocked,
          kept: seat.kept,
          names: spellingsOf(sitting.get(seat.key), locale),
          note: notes.get(seat.key) ?? '',
        })),
      })),
    index: {
      heading: translate(locale, 'seating.sheet-index'),
      people: people
        .map((one) => ({
          key: sortKeyOf(one, locale),
          name: nameOf(one, locale),
          office: officeOf(one, locale),
          seat: seatText(one.seat.place, locale),
        }))
        .toSorted((a, b) => (a.key < b.key ? -1 : 1)),
    },
  };
}

/** In the order of the seats, so that whoever puts them on the tables walks along. Each in the guest's language. */
export function placeCards(facts: PrintFacts): PlaceCard[] {
  const { event, query } = facts;
  return sittingOf(facts)
    .filter(({ seat }) => query.area === '' || seat.key.startsWith(`${query.area}:`))
    .map((one) => {
      const { guest, seat, companion } = one;
      const { locale } = guest;
      const [name, vietnamese] = [nameOf(one, locale), displayName(guest.name, event.defaultLocale)];
      return {
        name,
        otherName: companion === 0 && vietnamese !== name ? vietnamese : '',
        office: officeOf(one, locale),
        seat: seatText(seat.place, locale),
        host: inLocale(event.host.name, locale).toLocaleUpperCase(locale),
      };
    });
}

export function printFile(event: Conference, what: string): string {
  return `${slugify(what)}-${event.slug}.pdf`;
}

function sittingOf({ seating, guests }: PrintFacts): Sitting[] {
  return seatsOf(layOut(seating.areas)).flatMap((seat) => {
    const { guest: id, companion } = personOf(seating.seats[seat.key] ?? '');
    const guest = guests.get(id);
    return guest ? [{ seat, guest, companion }] : [];
  });
}

function sortKeyOf(sitting: Sitting, locale: Locale): string {
  const { guest, companion } = sitting;
  const isThemselves = companion === 0 && guest.standing !== 'substitute';
  return nameSortKey(isThemselves ? guest.name : readPersonName(nameOf(sitting, locale)));
}

/** From the fullest to the shortest; a family name and a given name are never left out. */
function spellingsOf(sitting: Sitting | undefined, locale: Locale): string[] {
  if (!sitting) return [];
  const full = nameOf(sitting, locale);
  const name = full === displayName(sitting.guest.name, locale) ? sitting.guest.name : readPersonName(full);
  const short = full === name.vi ? middlesAsLetters(full) : shortName(name, locale);
  return short === full ? [full] : [full, short];
}

/** “Phạm N. H. P. Thảo” */
function middlesAsLetters(name: string): string {
  const words = name.split(' ');
  return words
    .map((word, at) => (at === 0 || at === words.length - 1 ? word : `${Array.from(word)[0] ?? ''}.`))
    .join(' ');
}

/** By seat: the unit of those who share their name with somebody else in the hall, or the position in one unit. */
function notesFor(people: readonly Sitting[], locale: Locale): ReadonlyMap<string, string> {
  const namesakes = new Map<string, Sitting[]>();
  for (const one of people) {
    const name = fold(nameOf(one, locale));
    namesakes.set(name, [...(namesakes.get(name) ?? []), one]);
  }
  const groups = [...namesakes.values()].filter(({ length }) => length > 1);
  return new Map(groups.flatMap((group) => group.map((one) => [one.seat.key, noteOn(one, group, locale)])));
}

function noteOn(one: Sitting, namesakes: readonly Sitting[], locale: Locale): string {
  const unitOf = ({ guest }: Sitting) => inLocale(guest.organisationName, locale);
  const unit = unitOf(one);
  const isAlone = unit !== '' && namesakes.filter((other) => unitOf(other) === unit).length === 1;
  return isAlone ? unit : inLocale(one.guest.position, locale) || unit;
}

/** A substitute is called by their own name, on the seat of whom they stand in for. */
function nameOf(sitting: Sitting | undefined, locale: Locale): string {
  if (!sitting) return '';
  const { guest, companion } = sitting;
  if (companion > 0) {
    const name = companionsOf(guest)[companion - 1]?.name ?? '';
    return name || translate(locale, 'seating.companion-card', { name: displayName(guest.name, locale) });
  }
  const substitute = guest.standing === 'substitute' ? (guest.answer?.substitute?.name ?? '') : '';
  return substitute || displayName(guest.name, locale);
}

function officeOf({ guest, companion }: Sitting, locale: Locale): string {
  if (companion > 0) return companionsOf(guest)[companion - 1]?.position ?? '';
  return guest.standing === 'substitute' ? inLocale(guest.organisationName, locale) : officeIn(guest, locale);
}
