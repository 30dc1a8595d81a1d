import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import mongoose from 'mongoose';
import { AppError } from '../errors.ts';
import { isDuplicateKey } from './duplicate-key.ts';

interface Turn {
  _id: string;
  holder: string;
  until: Date;
}

/** Longer than any single command may take: whoever still holds a turn after it has died. */
const LEASE_MS = 30_000;
const PATIENCE_MS = 5_000;
const LOOK_AGAIN_MS = 20;

/**
 * For the rare rule that spans several documents ("one of them must stay"): of those who work under one name, on
 * whatever process, one goes after the other. Everything else is settled by the document it is about.
 */
export async function oneAtATime<T>(name: string, work: () => Promise<T>): Promise<T> {
  const holder = await takeTurn(name);
  try {
    return await work();
  } finally {
    await turns().deleteOne({ _id: name, holder });
  }
}

async function takeTurn(name: string): Promise<string> {
  const holder = randomUUID();
  for (const giveUp = Date.now() + PATIENCE_MS; Date.now() < giveUp; await pause(LOOK_AGAIN_MS)) {
    if (await isFree(name, holder)) return holder;
  }
  throw new AppError(503, 'errors.unavailable');
}

// The name is the id: of two who insert at once, one is refused; a dead one's turn is taken over.
async function isFree(name: string, holder: string): Promise<boolean> {
  const at = Date.now();
  try {
    await turns().updateOne(
      { _id: name, until: { $lt: new Date(at) } },
      { $set: { holder, until: new Date(at + LEASE_MS) } },
      { upsert: true },
    );
    return true;
  } catch (error) {
    if (isDuplicateKey(error)) return false;
    throw error;
  }
}

function turns() {
  return mongoose.connection.collection<Turn>('turns');
}
