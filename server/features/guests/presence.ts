import { CheckIns } from '../../../models/check-in.ts';
import type { Conference } from '../../../models/event.ts';
import type { Guest } from '../../../models/guest.ts';

/** What a door knows of somebody who is in, beside that they are. */
export interface Presence {
  /** Who came in the guest's place, as it was said at the door; empty when the guest came. */
  substitute: string;
  /** How many came along and are in. */
  companions: number;
}

const fields = { guest: 1, 'admission.substitute': 1, companions: 1 } as const;

interface Row {
  guest: Guest['_id'];
  admission: { substitute?: string } | null;
  companions: number[];
}

/** By guest; whoever is not in is not among them. */
export async function presences(
  { _id }: Pick<Conference, '_id'>,
  guests: readonly Guest['_id'][],
): Promise<Map<string, Presence>> {
  if (guests.length === 0) return new Map();
  const ids = guests.map((guest) => `${String(_id)}:${String(guest)}`);
  const rows = await CheckIns.find({ _id: { $in: ids }, event: _id }, fields).lean<Row[]>();
  return new Map(
    rows.flatMap(({ guest, admission, companions }): [string, Presence][] =>
      admission
        ? [[String(guest), { substitute: admission.substitute ?? '', companions: companions.length }]]
        : [],
    ),
  );
}
