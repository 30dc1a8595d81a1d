import type { NextFunction, Request, Response } from 'express';
import multer from 'multer';
import { AppError } from '../errors.ts';

/** Around the file: the other fields, and what separates them. */
const REST = 100_000;

export interface Upload {
  /** The field with the file. Its content may come as text in another field instead. */
  field: string;
  /** In bytes. */
  largest: number;
  tooLarge: () => AppError;
}

/**
 * Takes a form with one file apart. However the body says how long it is, or does not: no more of it is kept than one
 * file may have.
 */
export function receiveUpload({ field, largest, tooLarge }: Upload) {
  const take = multer({
    storage: multer.memoryStorage(),
    limits: { files: 1, fields: 4, parts: 5, fileSize: largest, fieldSize: largest, headerPairs: 20 },
  }).single(field);

  return (req: Request, res: Response, next: NextFunction): void => {
    const most = largest + REST;
    if (Number(req.get('content-length') ?? 0) > most) throw tooLarge();
    const answer = once((error: unknown) => next(error && asAppError(error, tooLarge)));
    take(req, res, answer);
    // A body in chunks says nothing in advance, and each of its fields might be as large as a file.
    whenLarger(req, most, () => {
      res.setHeader('Connection', 'close');
      answer(tooLarge());
    });
  };
}

function whenLarger(req: Request, most: number, tell: () => void): void {
  let size = 0;
  req.on('data', function count(chunk: Buffer) {
    size += chunk.length;
    if (size <= most) return;
    req.off('data', count);
    req.unpipe();
    req.resume();
    tell();
  });
}

function once(answer: (error: unknown) => void): (error: unknown) => void {
  let isAnswered = false;
  return (error) => {
    if (!isAnswered) answer(error);
    isAnswered = true;
  };
}

const tooMuch = new Set(['LIMIT_FILE_SIZE', 'LIMIT_FIELD_VALUE']);
const tooMany = new Set(['LIMIT_PART_COUNT', 'LIMIT_FILE_COUNT', 'LIMIT_FIELD_COUNT', 'LIMIT_FIELD_KEY']);

function asAppError(error: unknown, tooLarge: () => AppError): AppError {
  if (error instanceof AppError) return error;
  if (!(error instanceof multer.MulterError)) return new AppError(400, 'errors.malformed');
  if (tooMuch.has(error.code)) return tooLarge();
  return tooMany.has(error.code)
    ? new AppError(413, 'errors.too-large')
    : new AppError(400, 'errors.malformed');
}
