import { MongoBulkWriteError } from 'mongodb';
import { isDuplicateKey } from './duplicate-key.ts';

export const DUPLICATE = 11_000;

/** Error code by position in an unordered insert; null when the whole command is in doubt. */
export function refusals(error: unknown): Map<number, number> | null {
  if (error instanceof MongoBulkWriteError && error.result.getWriteConcernError() === undefined) {
    const errors = Array.isArray(error.writeErrors) ? error.writeErrors : [error.writeErrors];
    return new Map(errors.map(({ index, code }) => [index, Number(code)]));
  }
  return isDuplicateKey(error) ? new Map([[0, DUPLICATE]]) : null;
}
