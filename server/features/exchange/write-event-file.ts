import { isDeepStrictEqual } from 'node:util';
import { ladderOf } from '../../../contract/protocol.ts';
import { tiersOf } from '../directory/protocol-rank.ts';
import { hostNames, placeName, tierOf } from './fill-in.ts';
import type { EventFile } from './format.ts';
import type { EventPart } from './format/event.ts';
import type { GuestPart, OrganisationPart } from './format/guests.ts';
import { isRecord } from './json-paths.ts';
import { planSeats } from './plan-seats.ts';

/** The file as text, to be read by people: what reading it would fill in again is left out. */
export function writeEventFile(file: EventFile): string {
  return `${JSON.stringify(withoutEmpty(leaveOut(file)), null, 2)}\n`;
}

function leaveOut(file: EventFile): object {
  const units = new Map(file.organisations.map((unit) => [unit.ref, unit]));
  const seats = planSeats(file);
  return {
    ...file,
    event: shortEvent(file.event, units),
    guests: file.guests.map((guest) => shortGuest(guest, units, seats.get(guest.ref) ?? '')),
    agenda: unnamed(file.agenda, 'item'),
    figures: unnamed(file.figures, 'figure'),
    documents: unnamed(file.documents, 'document'),
    delegations: unnamed(file.delegations, 'delegation'),
    awards: file.awards.map((award) => ({ ...award, recipients: unnamed(award.recipients, 'recipient') })),
    recap: file.recap && { ...file.recap, photos: unnamed(file.recap.photos, 'photo') },
  };
}

function shortEvent(event: EventPart, units: ReadonlyMap<string, OrganisationPart>): object {
  const { host } = event;
  return {
    ...event,
    host: { organisation: host.organisation, ...unlessSame(host, hostNames(host.organisation, units)) },
    ...unlessSame({ ladder: event.ladder }, { ladder: ladderOf[event.type] }),
  };
}

function shortGuest(guest: GuestPart, units: ReadonlyMap<string, OrganisationPart>, seat: string): object {
  const { organisation } = guest;
  return {
    ...guest,
    ...unlessSame(guest, {
      organisationName: units.get(organisation)?.name ?? {},
      organisationTier: tierOf(organisation, units),
      tiers: tiersOf(guest.position),
      seat,
    }),
  };
}

/** The fields of `known` as `said` has them; null where they would be filled in alike. */
function unlessSame(said: object, known: object): Record<string, unknown> {
  const own = new Map(Object.entries(said));
  return Object.fromEntries(
    Object.entries(known).map(([key, value]) => [
      key,
      isDeepStrictEqual(own.get(key), value) ? null : own.get(key),
    ]),
  );
}

function unnamed(items: readonly { ref: string }[], kind: string): object[] {
  return items.map((item, index) => (item.ref === placeName(kind, index) ? { ...item, ref: '' } : item));
}

/** No offices and no ladder, said by hand, are not the same as leaving them to the position and the type. */
const meaningfulWhenEmpty = new Set(['tiers', 'ladder']);

// Every other field of the format that may be empty is empty by default, so nothing is lost here. Items of a list stay.
function withoutEmpty(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEmpty);
  if (!isRecord(value)) return value;
  const kept = Object.entries(value)
    .map(([key, inner]) => [key, withoutEmpty(inner)] as const)
    .filter(([key, inner]) => !isEmpty(inner) || (Array.isArray(inner) && meaningfulWhenEmpty.has(key)));
  return Object.fromEntries(kept);
}

function isEmpty(value: unknown): boolean {
  if (value === null || value === '' || value === false || value === undefined) return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}
