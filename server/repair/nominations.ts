import type { Types } from 'mongoose';
import { inLocale } from '../../contract/localised.ts';
import { Guests } from '../../models/guest.ts';
import { type Nomination, Nominations, type Nominee } from '../../models/nomination.ts';
import { addAccepted } from '../features/nominations/add-accepted.ts';
import { unitKeyOf } from '../features/nominations/unit-key.ts';
import { now } from '../platform/clock.ts';
import { sortKeyInOrder } from '../platform/collation.ts';
import { type Check, compared, type Difference } from './difference.ts';
import { readAll } from './read-all.ts';

export const nominations: readonly Check[] = [
  { about: 'nominations: key and place of the unit', find: units },
  { about: 'nominations: everybody accepted is on the list', find: accepted },
];

type Unit = Pick<Nomination, '_id' | 'organisation' | 'name' | 'unitKey' | 'sortKey'>;

async function units(): Promise<Difference[]> {
  const found: Difference[] = [];
  const fields = { organisation: 1, name: 1, unitKey: 1, sortKey: 1 } as const;
  for await (const unit of readAll<Unit>(Nominations, { fields })) {
    const { _id, organisation } = unit;
    const name = inLocale(unit.name, 'vi');
    const computed = { unitKey: unitKeyOf({ organisation, name }), sortKey: sortKeyInOrder(name) };
    found.push(
      ...compared({ collection: 'nominations', id: _id }, unit, computed, (set) =>
        Nominations.updateOne({ _id }, { $set: set }, { timestamps: false }),
      ),
    );
  }
  return found;
}

type Accepting = Pick<Nomination, '_id' | 'event' | 'nominees'>;

async function accepted(): Promise<Difference[]> {
  const accepting = await Nominations.find(
    { 'nominees.state': 'accepted' },
    { event: 1, 'nominees.id': 1, 'nominees.state': 1, 'nominees.guest': 1 },
  ).lean<Accepting[]>();
  const wanted = accepting.flatMap(({ nominees }) => nominees.flatMap(({ guest }) => guest ?? []));
  const there = new Set((await Guests.distinct('_id', { _id: { $in: wanted } })).map(String));
  return accepting.flatMap((nomination) =>
    nomination.nominees
      .filter(({ state, guest }) => state === 'accepted' && !there.has(String(guest)))
      .map((nominee) => missing(nomination, nominee)),
  );
}

function missing({ _id, event }: Accepting, { id }: Pick<Nominee, 'id'>): Difference {
  return {
    key: `nominations/${String(_id)}/${id}`,
    line: `nominations ${String(_id)}: ${id} is accepted and not on the list`,
    mend: () => bringIn({ _id, event }, id),
  };
}

/** As if they were accepted only now. */
async function bringIn(
  { _id, event }: { _id: Types.ObjectId; event: Types.ObjectId },
  nominee: string,
): Promise<void> {
  await Nominations.updateOne(
    { _id, 'nominees.id': nominee },
    { $set: { 'nominees.$.guest': null }, $inc: { rev: 1 } },
  );
  const actor = { kind: 'system', id: 'system', name: 'Rostrum' };
  const data = { event: String(event), nomination: String(_id), nominees: [nominee], actor };
  await addAccepted([{ id: `nominees:${nominee}`, kind: 'nominees-accepted', data, at: now() }]);
}
