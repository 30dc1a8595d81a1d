import type { Types } from 'mongoose';
import type { Organisation } from '../../../../models/organisation.ts';
import { eventList } from '../../door-plan/door-plan.ts';
import { organisationRecord } from '../../directory/organisation-record.ts';
import { WHOLE_EVENT } from '../format/door-plan.ts';
import type { StoredEvent } from './stored-event.ts';

type Id = Types.ObjectId | string | null;

/** What everything is called in the file. '' for what is not in it any more. */
export interface Refs {
  organisation(id: Id): string;
  guest(id: Id): string;
  item(id: string): string;
  category(id: string): string;
  session(id: string): string;
  /** A check-in list: "event" for that of the whole event. */
  list(id: string): string;
  /** The number of a wave. */
  wave(id: Id): number | null;
}

export function refsOf({ organisations, guests, event, agenda, waves, doorPlan }: StoredEvent): Refs {
  const organisationRefs = distinctRefs(organisations);
  const guestRefs = new Map(guests.map(({ _id, ref }) => [String(_id), ref]));
  const ownList = oneOf(doorPlan?.lists ?? []);
  const numbers = new Map(waves.map(({ _id, number }) => [String(_id), number]));
  return {
    organisation: (id) => organisationRefs.get(String(id)) ?? '',
    guest: (id) => guestRefs.get(String(id)) ?? '',
    item: oneOf(agenda?.items ?? []),
    category: oneOf(event.categories),
    session: oneOf(event.sessions),
    list: (id) => (id === eventList(event) ? WHOLE_EVENT : ownList(id)),
    wave: (id) => numbers.get(String(id)) ?? null,
  };
}

/** Two organisations may have come from two files under one name: the younger gets a number. */
function distinctRefs(organisations: readonly Organisation[]): Map<string, string> {
  const taken = new Set<string>();
  return new Map(
    organisations.map((unit) => {
      const { ref } = organisationRecord(unit);
      const own = free(ref, taken);
      taken.add(own);
      return [String(unit._id), own];
    }),
  );
}

function free(ref: string, taken: ReadonlySet<string>): string {
  let own = ref;
  for (let number = 2; taken.has(own); number++) own = `${ref}-${number}`;
  return own;
}

function oneOf(things: readonly { id: string }[]): (id: string) => string {
  const known = new Set(things.map(({ id }) => id));
  return (id) => (known.has(id) ? id : '');
}
