import type { DoorGuest } from '../../../../contract/door/sync.ts';
import { Problem, Unreachable } from '../../lib/problem.ts';
import type { Desk } from '../desk.ts';

const PATIENCE_MS = 4_000;

export interface PeopleFound {
  /** Those whom this device knows, and those whom the server has named for the same words. */
  of: (wanted: string) => DoorGuest[];
  guest: (id: string) => DoorGuest | undefined;
  /** What is not kept here, a telephone number for one, only the server can search for. True when it named others. */
  ask: (wanted: string) => Promise<boolean>;
}

export function peopleFound(desk: Desk): PeopleFound {
  let named = new Map<string, DoorGuest>();
  let asked = '';

  return {
    of(wanted) {
      const known = desk.list.find(wanted);
      const others = asked === wanted ? named.values() : [];
      const all = new Map([...known, ...others].map((guest) => [guest.id, guest]));
      return [...all.values()].map((guest) => desk.list.guest(guest.id) ?? guest);
    },
    guest: (id) => desk.list.guest(id) ?? named.get(id),
    async ask(wanted) {
      if (!desk.uplink.isUp()) return false;
      const here = new Set(desk.list.find(wanted).map(({ id }) => id));
      const guests = await askServer(desk, wanted);
      named = new Map(guests.map((guest) => [guest.id, guest]));
      asked = wanted;
      return guests.some(({ id }) => !here.has(id));
    },
  };
}

/** Without an answer, what is known here must do; it is shown already. */
async function askServer(desk: Desk, q: string): Promise<DoorGuest[]> {
  try {
    return (await desk.ask<{ guests: DoorGuest[] }>('/door/search', { q }, PATIENCE_MS)).guests;
  } catch (error) {
    if (error instanceof Unreachable || error instanceof Problem) return [];
    throw error;
  }
}
