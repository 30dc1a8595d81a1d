import { isUnavailable } from '../database/unavailable.ts';
import { AppError } from '../errors.ts';
import type { Log } from '../log.ts';

/** What the other end of a socket is told of an error: its sentence, and nothing of the server's inside. */
export function outcomeOf(error: unknown, log: Log): AppError {
  if (error instanceof AppError) return error;
  if (isUnavailable(error)) return new AppError(503, 'errors.unavailable');
  log.error({ err: error }, 'a socket word failed');
  return new AppError(500, 'errors.unexpected');
}
