import { randomBytes } from 'node:crypto';
import { Types } from 'mongoose';

/** Everything a file points to by name, and the ids it has in the database. */
export interface Ids {
  event: Types.ObjectId;
  organisations: ReadonlyMap<string, Types.ObjectId>;
  /** By the guest's ref; guests typed in have none. */
  contacts: ReadonlyMap<string, Types.ObjectId>;
  guests: ReadonlyMap<string, Types.ObjectId>;
  /** By their numbers. */
  waves: ReadonlyMap<number, Types.ObjectId>;
}

/**
 * Ids that rise in the order in which they are asked for, whatever the driver's counter does meanwhile: guests are
 * exported in the order of their ids.
 */
export function risingIds(at: Date): () => Types.ObjectId {
  const prefix =
    Math.floor(at.getTime() / 1000)
      .toString(16)
      .padStart(8, '0') + randomBytes(5).toString('hex');
  let count = 0;
  return () => new Types.ObjectId(prefix + (count++).toString(16).padStart(6, '0'));
}

/** The id of something that must be known, because the file was checked. */
export function idOf(ids: ReadonlyMap<string, Types.ObjectId>, ref: string): Types.ObjectId {
  const id = ids.get(ref);
  if (!id) throw new Error(`The file was not checked: nothing is called ${ref}`);
  return id;
}

export function idOrNull(ids: ReadonlyMap<string, Types.ObjectId>, ref: string): Types.ObjectId | null {
  return ref === '' ? null : idOf(ids, ref);
}

/** A moment of a file. */
export function moment(text: string | null): Date | null {
  return text === null ? null : new Date(text);
}
