import { type Guest, Guests } from '../../models/guest.ts';
import type { Check, Difference } from './difference.ts';

export const substitutes: readonly Check[] = [
  { about: 'substitutes: whoever took a seat knows whose, and the other way round', find: bothEnds },
];

type End = Pick<Guest, '_id' | 'event' | 'name' | 'addressForm' | 'state' | 'standsFor' | 'replacedBy'>;

const fields = { event: 1, name: 1, addressForm: 1, state: 1, standsFor: 1, replacedBy: 1 } as const;

async function bothEnds(): Promise<Difference[]> {
  const ends = await Guests.find(
    { $or: [{ 'replacedBy.guest': { $type: 'objectId' } }, { 'standsFor.guest': { $type: 'objectId' } }] },
    fields,
  ).lean<End[]>();
  const others = ends.flatMap(({ replacedBy, standsFor }) => [
    replacedBy?.guest ?? [],
    standsFor?.guest ?? [],
  ]);
  const there = await Guests.find({ _id: { $in: others.flat() } }, fields).lean<End[]>();
  const known = new Map(there.map((guest) => [String(guest._id), guest]));
  return ends.flatMap((guest) => [
    ...replaced(guest, known.get(String(guest.replacedBy?.guest))),
    ...standing(guest, known.get(String(guest.standsFor?.guest))),
  ]);
}

function replaced(guest: End, standIn: End | undefined): Difference[] {
  const { _id, replacedBy, name, addressForm } = guest;
  if (!replacedBy || standIn?.standsFor?.guest.equals(_id)) return [];
  // Nobody but the approval knows the seat and the mail that belong to the missing one.
  if (!standIn) return [difference(guest, 'replaced by somebody who is not on the list', null)];
  const standsFor = { guest: _id, name, addressForm };
  return [
    difference(standIn, 'has taken a seat and does not know whose', () =>
      Guests.updateOne({ _id: standIn._id }, { $set: { standsFor }, $inc: { rev: 1 } }),
    ),
  ];
}

function standing(standIn: End, guest: End | undefined): Difference[] {
  const { _id, standsFor, state } = standIn;
  if (!standsFor) return [];
  if (!guest) {
    return [
      difference(standIn, 'stands for somebody who is not on the list', () =>
        Guests.updateOne({ _id }, { $unset: { standsFor: '' }, $inc: { rev: 1 } }),
      ),
    ];
  }
  if (state === 'cancelled' || guest.replacedBy?.guest.equals(_id)) return [];
  return [difference(standIn, 'stands for somebody who was not replaced by them', null)];
}

function difference({ _id }: End, what: string, mend: Difference['mend']): Difference {
  return { key: `guests/${String(_id)}/${what}`, line: `guests ${String(_id)}: ${what}`, mend };
}
