import { type NextFunction, type Request, type Response, Router } from 'express';
import multer from 'multer';
import { limits } from '../../../contract/limits.ts';
import { paths } from '../../paths.ts';
import { AppError } from '../../platform/errors.ts';
import { enterOffice } from '../access/enter.ts';

const MEGABYTE = 1e6;
/** Around the file: the other fields, and what separates them. */
const REST = 100_000;

/**
 * Takes a sent file apart, for those who are signed in. It comes before the check of the form's token, because in a
 * form with a file the token is one of the parts.
 */
export function uploadRoutes(): Router {
  const router = Router();
  router.post(paths.importEvent, receiveEventFile);
  return router;
}

const upload = multer({
  storage: multer.memoryStorage(),
  limits: {
    files: 1,
    fields: 4,
    parts: 5,
    fileSize: limits.eventFile,
    fieldSize: limits.eventFile,
    headerPairs: 20,
  },
}).single('file');

function receiveEventFile(req: Request, res: Response, next: NextFunction): void {
  if (!res.locals.actor) return next();
  enterOffice(req, 'events.import');
  if (Number(req.get('content-length') ?? 0) > limits.eventFile + REST) throw tooLarge();
  upload(req, res, (error: unknown) => next(error === undefined ? undefined : asAppError(error)));
}

function asAppError(error: unknown): AppError {
  const isTooLarge =
    error instanceof multer.MulterError &&
    (error.code === 'LIMIT_FILE_SIZE' || error.code === 'LIMIT_FIELD_VALUE');
  return isTooLarge ? tooLarge() : new AppError(400, 'errors.malformed');
}

function tooLarge(): AppError {
  return new AppError(413, 'exchange.problem.too-large', { megabytes: limits.eventFile / MEGABYTE });
}
