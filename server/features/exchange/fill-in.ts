import { letterKinds } from '../../../contract/letters.ts';
import { ladderOf } from '../../../contract/protocol.ts';
import { tiersOf } from '../directory/protocol-rank.ts';
import { usualTier } from '../guests/guest-record.ts';
import type { EventFile } from './format.ts';
import type { EventPart } from './format/event.ts';
import type { GuestPart, OrganisationPart } from './format/guests.ts';
import type { AnswerPart } from './format/history.ts';
import type { RecapPart } from './format/report.ts';
import { isRecord } from './json-paths.ts';
import { planSeats } from './plan-seats.ts';

/**
 * The file with everything said that it leaves to others: names of the host and of guests' organisations, tiers,
 * the ladder, seats, the names of items. Two files that say the same facts are equal after it.
 */
export function fillIn(file: EventFile): EventFile {
  const units = new Map(file.organisations.map((unit) => [unit.ref, unit]));
  const places = new Map(file.guests.map(({ ref }, place) => [ref, place]));
  const seats = planSeats(file);
  const byGuest = (a: { guest: string }, b: { guest: string }): number =>
    (places.get(a.guest) ?? 0) - (places.get(b.guest) ?? 0);
  return {
    ...file,
    event: filledEvent(file.event, units),
    organisations: file.organisations.toSorted((a, b) => (a.ref < b.ref ? -1 : 1)),
    guests: file.guests.map((guest) => filledGuest(guest, { units, seats })),
    agenda: named(file.agenda, 'item'),
    figures: named(file.figures, 'figure'),
    documents: named(file.documents, 'document'),
    delegations: named(file.delegations, 'delegation'),
    awards: file.awards.map((award) => ({ ...award, recipients: named(award.recipients, 'recipient') })),
    recap: file.recap && filledRecap(file.recap),
    answers: file.answers
      .map(filledAnswer)
      .filter(({ invitation, answer, earlier, waves }) => invitation || answer || earlier.length > 0 || waves)
      .toSorted(byGuest),
    checkIns: file.checkIns.toSorted((a, b) => byGuest(a, b) || (a.list < b.list ? -1 : 1)),
    stage: saysNothing(file.stage) ? null : file.stage,
    letters: filledLetters(file.letters),
    waves: file.waves.map(filledWave).toSorted((a, b) => a.number - b.number),
  };
}

/** Items without a name get one by their place: `figure-3`. */
export function placeName(kind: string, index: number): string {
  return `${kind}-${index + 1}`;
}

export interface SaidElsewhere {
  host: Pick<EventPart['host'], 'name' | 'short' | 'parent'>;
  organisationName: GuestPart['organisationName'];
  organisationTier: number;
}

/** What the host is called when the file names only its organisation. */
export function hostNames(ref: string, units: ReadonlyMap<string, OrganisationPart>): SaidElsewhere['host'] {
  const unit = units.get(ref);
  return {
    name: unit?.name ?? {},
    short: unit?.short ?? {},
    parent: units.get(unit?.parent ?? '')?.name ?? {},
  };
}

export function tierOf(ref: string, units: ReadonlyMap<string, OrganisationPart>): number {
  return units.get(ref)?.tier ?? usualTier;
}

function filledEvent(event: EventPart, units: ReadonlyMap<string, OrganisationPart>): EventPart {
  const { host } = event;
  const elsewhere = hostNames(host.organisation, units);
  return {
    ...event,
    host: {
      organisation: host.organisation,
      name: saysNothing(host.name) ? elsewhere.name : host.name,
      short: saysNothing(host.short) ? elsewhere.short : host.short,
      parent: saysNothing(host.parent) ? elsewhere.parent : host.parent,
    },
    venue: saysNothing(event.venue) ? null : event.venue,
    ladder: event.ladder ?? [...ladderOf[event.type]],
  };
}

/** No waves are none, and the order in which somebody was written to is that of the waves. */
function filledAnswer({ waves, ...answer }: AnswerPart): AnswerPart {
  if (!waves || waves.length === 0) return answer;
  return { ...answer, waves: [...new Set(waves)].toSorted((a, b) => a - b) };
}

/** What waits for somebody has not begun. */
function filledWave(wave: EventFile['waves'][number]): EventFile['waves'][number] {
  return wave.state === 'paused' ? { ...wave, startedAt: null, writtenAt: null, doneAt: null } : wave;
}

/** A text that says nothing is as good as none: the usual one holds. */
function filledLetters(letters: EventFile['letters']): EventFile['letters'] {
  return letters
    .filter(({ kind: _kind, ...texts }) => !saysNothing(texts))
    .toSorted((a, b) => letterKinds.indexOf(a.kind) - letterKinds.indexOf(b.kind));
}

interface Elsewhere {
  units: ReadonlyMap<string, OrganisationPart>;
  seats: ReadonlyMap<string, string>;
}

function filledGuest(guest: GuestPart, { units, seats }: Elsewhere): GuestPart {
  const { organisation, organisationName } = guest;
  return {
    ...guest,
    organisationName: saysNothing(organisationName)
      ? (units.get(organisation)?.name ?? {})
      : organisationName,
    organisationTier: guest.organisationTier ?? tierOf(organisation, units),
    tiers: guest.tiers ?? tiersOf(guest.position),
    seat: guest.seat || (seats.get(guest.ref) ?? ''),
  };
}

function filledRecap(recap: RecapPart): RecapPart {
  return { ...recap, photos: named(recap.photos, 'photo') };
}

function named<T extends { ref: string }>(items: readonly T[], kind: string): T[] {
  return items.map((item, index) => (item.ref === '' ? { ...item, ref: placeName(kind, index) } : item));
}

function saysNothing(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0;
  if (isRecord(value)) return Object.values(value).every(saysNothing);
  return value === null || value === undefined || value === '' || value === false;
}
