import { mongo } from 'mongoose';
import { isInDoubt } from './refusals.ts';

/** Codes with which a server says that it is going away, starting or no longer the primary. */
const PASSING_CODES: ReadonlySet<number> = new Set([
  6, 7, 89, 91, 189, 262, 9001, 10107, 11600, 11602, 13435, 13436,
]);

/**
 * True when the database cannot be reached at the moment: the request should be answered 503 with Retry-After.
 * Whether the write happened is then unknown; the client's idempotency key settles it on the next attempt.
 */
export function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof mongo.MongoNetworkError || error instanceof mongo.MongoServerSelectionError)
    return true;
  if (error instanceof mongo.MongoNotConnectedError || error instanceof mongo.MongoTopologyClosedError)
    return true;
  if (error instanceof mongo.MongoBulkWriteError && isInDoubt(error)) return true;
  if (error instanceof mongo.MongoServerError) return PASSING_CODES.has(Number(error.code));
  return isBrokenSocket(error) || isUnreachableByName(error) || isUnavailable(error.cause);
}

// A write that meets the socket in the moment of its death comes back as the system's own error, unwrapped.
function isBrokenSocket(error: Error): boolean {
  if (!('syscall' in error) || !('code' in error)) return false;
  const broken = ['EPIPE', 'ECONNRESET', 'ECONNREFUSED', 'ECONNABORTED', 'ETIMEDOUT'];
  return ['read', 'write', 'connect'].includes(String(error.syscall)) && broken.includes(String(error.code));
}

// The pool's own errors are not exported by the driver, and mongoose has its own name for an open that failed.
function isUnreachableByName(error: Error): boolean {
  const names = [
    'MongoPoolClearedError',
    'MongoPoolClosedError',
    'MongoWaitQueueTimeoutError',
    'MongoOperationTimeoutError',
    'MongooseServerSelectionError',
    'MongoClientClosedError',
  ];
  return names.includes(error.name) || /buffering timed out/.test(error.message);
}
