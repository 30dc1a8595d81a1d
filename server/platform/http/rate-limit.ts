import type { Request } from 'express';
import mongoose from 'mongoose';
import { RateLimiterMemory, RateLimiterMongo, RateLimiterRes } from 'rate-limiter-flexible';
import type { MessageKey } from '../../../locales/keys.ts';
import { AppError, TooMany } from '../errors.ts';

export interface Limit {
  name: string;
  points: number;
  seconds: number;
  /** Counted by this process alone: cheap enough for every request. */
  here?: true;
}

type Limiter = RateLimiterMongo | RateLimiterMemory;
const limiters = new Map<string, Limiter>();

/** Takes one point of `key`'s allowance. Throws TooMany with the time to wait when it is used up. */
export async function spend(limit: Limit, key: string, code?: MessageKey): Promise<void> {
  try {
    await limiterFor(limit).consume(key);
  } catch (error) {
    if (error instanceof RateLimiterRes) throw new TooMany(secondsLeft(error), code);
    throw error;
  }
}

/** Throws the same when nothing is left, and takes nothing: for what costs a point only when it fails. */
export async function refuseSpent(limit: Limit, key: string, code?: MessageKey): Promise<void> {
  const spent = await limiterFor(limit).get(key);
  if (spent && spent.consumedPoints >= limit.points) throw new TooMany(secondsLeft(spent), code);
}

function secondsLeft({ msBeforeNext }: RateLimiterRes): number {
  return Math.max(1, Math.ceil(msBeforeNext / 1000));
}

/** Gives the allowance back, for instance after a successful sign-in. */
export async function forgive(limit: Limit, key: string): Promise<void> {
  await limiterFor(limit).delete(key);
}

/** The address a limit counts by: an IPv4 address, or the /64 an IPv6 address belongs to. */
export function addressOf(req: Request): string {
  return networkOf(req.ip ?? 'unknown');
}

export function networkOf(ip: string): string {
  if (!ip.includes(':') || ip.includes('.')) return ip.replace(/^::ffff:/, '');
  const [before = '', after = ''] = ip.split('::', 2).map((half) => half.toLowerCase());
  const [first, last] = [before, after].map((half) => half.split(':').filter(Boolean));
  const zeros = Array.from({ length: 8 - (first?.length ?? 0) - (last?.length ?? 0) }, () => '0');
  return [...(first ?? []), ...zeros, ...(last ?? [])].slice(0, 4).join(':');
}

const unknownToken: Limit = { name: 'unknown-token', points: 20, seconds: 60 };

/** For links and tokens that nobody holds. Those who hold one are never slowed down by their neighbours' tries. */
export async function spendUnknownToken(req: Request): Promise<void> {
  await spend(unknownToken, addressOf(req));
}

/** The same around a look-up that throws when nobody holds the token. */
export async function limitUnknown<T>(req: Request, found: Promise<T>): Promise<T> {
  try {
    return await found;
  } catch (error) {
    if (error instanceof AppError) await spendUnknownToken(req);
    throw error;
  }
}

function limiterFor(limit: Limit): Limiter {
  const known = limiters.get(limit.name);
  if (known) return known;
  const memory = new RateLimiterMemory({
    points: limit.points,
    duration: limit.seconds,
    keyPrefix: limit.name,
  });
  if (limit.here) {
    limiters.set(limit.name, memory);
    return memory;
  }
  const limiter = new RateLimiterMongo({
    storeClient: mongoose.connection,
    points: limit.points,
    duration: limit.seconds,
    keyPrefix: limit.name,
    tableName: 'rate-limits',
    // While the database is away, counting goes on in memory.
    insuranceLimiter: memory,
  });
  limiters.set(limit.name, limiter);
  return limiter;
}
