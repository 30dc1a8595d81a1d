import { MongoBulkWriteError } from 'mongodb';
import { isDuplicateKey } from './duplicate-key.ts';

export const DUPLICATE = 11_000;

/** Error code by position in an unordered insert; null when the whole command is in doubt. */
export function refusals(error: unknown): Map<number, number> | null {
  if (!(error instanceof MongoBulkWriteError))
    return isDuplicateKey(error) ? new Map([[0, DUPLICATE]]) : null;
  if (isInDoubt(error)) return null;
  return new Map(writeErrorsOf(error).map(({ index, code }) => [index, Number(code)]));
}

/**
 * The driver wraps a connection that broke in the middle into the same error, with nothing refused: nobody knows then
 * what was written.
 */
export function isInDoubt(error: MongoBulkWriteError): boolean {
  return error.result.getWriteConcernError() !== undefined || writeErrorsOf(error).length === 0;
}

function writeErrorsOf({ writeErrors }: MongoBulkWriteError) {
  return Array.isArray(writeErrors) ? writeErrors : [writeErrors];
}
