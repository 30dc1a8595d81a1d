import { randomUUID } from 'node:crypto';
import type { Types } from 'mongoose';

/** The fields of a row that workers take in turn. Index `{ state, due }` and `{ state, leaseUntil }`. */
export interface Leasable {
  state: string;
  due: Date;
  leaseUntil: Date | null;
  token: string | null;
  attempts: number;
}

/** A row that is this worker's until the lease runs out. */
export interface Claim {
  id: Types.ObjectId | string;
  /** Fencing: a write that carries the token changes nothing once somebody else has the row. */
  token: string;
  /** Counted when claimed, so that a row which kills its worker is given up as well. */
  attempts: number;
}

export interface LeaseOptions {
  model: LeasableModel;
  /** The product's words for waiting, being worked on, and given up. */
  states: { ready: string; busy: string; dead: string };
  leaseMs: number;
  maxAttempts: number;
}

export interface LeasableModel {
  collection: {
    findOneAndUpdate(filter: object, update: object, options: object): Promise<object | null>;
    updateOne(filter: object, update: object): Promise<{ matchedCount: number }>;
  };
}

export interface Lease {
  /** The next row that is due, or one whose worker is gone. */
  claim(now?: Date): Promise<Claim | null>;
  /** False when the row has been lost: stop working on it. */
  extend(claim: Claim, now?: Date): Promise<boolean>;
  /** Ends the work with whatever the row should say from now on, its state included. */
  finish(claim: Claim, set: Record<string, unknown>): Promise<boolean>;
  /** Back to waiting until `due`, or dead when there were attempts enough. */
  retry(claim: Claim, due: Date, set?: Record<string, unknown>): Promise<boolean>;
}

export function createLease({ model, states, leaseMs, maxAttempts }: LeaseOptions): Lease {
  const { collection } = model;
  const until = (now: Date): Date => new Date(now.getTime() + leaseMs);

  async function take(filter: object, sort: object, now: Date): Promise<Claim | null> {
    const token = randomUUID();
    const update = { $set: { state: states.busy, leaseUntil: until(now), token }, $inc: { attempts: 1 } };
    const row = await collection.findOneAndUpdate(filter, update, {
      sort,
      returnDocument: 'after',
      projection: { attempts: 1 },
    });
    return row && toClaim(row, token);
  }

  async function claim(now: Date = new Date()): Promise<Claim | null> {
    const found =
      (await take({ state: states.ready, due: { $lte: now } }, { due: 1 }, now)) ??
      (await take({ state: states.busy, leaseUntil: { $lte: now } }, { leaseUntil: 1 }, now));
    if (!found || found.attempts <= maxAttempts) return found;
    await finish({ ...found }, { state: states.dead, attempts: maxAttempts });
    return claim(now);
  }

  async function write({ id, token }: Claim, set: Record<string, unknown>): Promise<boolean> {
    const { matchedCount } = await collection.updateOne(
      { _id: id, state: states.busy, token },
      { $set: set },
    );
    return matchedCount === 1;
  }

  function extend(held: Claim, now: Date = new Date()): Promise<boolean> {
    return write(held, { leaseUntil: until(now) });
  }

  function finish(held: Claim, set: Record<string, unknown>): Promise<boolean> {
    return write(held, { ...set, leaseUntil: null, token: null });
  }

  function retry(held: Claim, due: Date, set: Record<string, unknown> = {}): Promise<boolean> {
    return finish(held, { ...set, due, state: held.attempts < maxAttempts ? states.ready : states.dead });
  }

  return { claim, extend, finish, retry };
}

/** Keeps a lease alive while the work lasts; `signal` aborts when the row is lost. */
export async function holding<T>(
  lease: Lease,
  claim: Claim,
  { everyMs }: { everyMs: number },
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const lost = new AbortController();
  const beat = setInterval(() => {
    // An unreachable database says nothing about the row; the next beat asks again.
    lease.extend(claim).then(
      (mine) => mine || lost.abort(),
      () => undefined,
    );
  }, everyMs);
  try {
    return await work(lost.signal);
  } finally {
    clearInterval(beat);
  }
}

function toClaim(row: object, token: string): Claim {
  if (!isClaimed(row)) throw new TypeError('a leased row without attempts');
  return { id: row._id, token, attempts: row.attempts };
}

function isClaimed(row: object): row is { _id: Claim['id']; attempts: number } {
  return '_id' in row && 'attempts' in row && typeof row.attempts === 'number';
}
