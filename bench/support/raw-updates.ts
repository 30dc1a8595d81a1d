import mongoose, { type mongo, Types } from 'mongoose';
import { rate } from './measure.ts';

interface BenchRow {
  _id: Types.ObjectId;
  name: string;
  at: Date | null;
}

const JOURNALED = { writeConcern: { w: 1, j: true } } as const;

/** What the driver does without us: journaled updates of one document each, so many at a time. */
export async function updatesOneByOne(count: number, width: number): Promise<number> {
  const { collection, ids } = await freshRows(count);
  const update = { $set: { at: new Date() } };
  return rate(count, width, (index) =>
    collection.findOneAndUpdate({ _id: ids[index] ?? new Types.ObjectId(), at: null }, update, JOURNALED),
  );
}

/** The same in commands of `size` updates, two commands at a time. */
export async function updatesInGroups(count: number, size: number): Promise<number> {
  const { collection, ids } = await freshRows(count);
  const perSecond = await rate(Math.floor(count / size), 2, (index) =>
    collection.bulkWrite(
      ids.slice(index * size, (index + 1) * size).map((_id) => ({
        updateOne: { filter: { _id, at: null }, update: { $set: { at: new Date() } } },
      })),
      { ordered: false, ...JOURNALED },
    ),
  );
  return perSecond * size;
}

async function freshRows(
  count: number,
): Promise<{ collection: mongo.Collection<BenchRow>; ids: Types.ObjectId[] }> {
  const collection = mongoose.connection.collection<BenchRow>('bench-rows');
  const ids = Array.from({ length: count }, () => new Types.ObjectId());
  await collection.insertMany(ids.map((_id) => ({ _id, name: 'Nguyễn Văn Thành', at: null })));
  return { collection: collection as unknown as mongo.Collection<BenchRow>, ids };
}
