import { type NextFunction, type Request, type Response, Router } from 'express';
import multer from 'multer';
import { paths } from '../../paths.ts';
import { AppError } from '../../platform/errors.ts';
import { type Limit, spend } from '../../platform/http/rate-limit.ts';
import { tooLarge } from '../../platform/sheets/read-table.ts';
import { sheetLimits } from '../../platform/sheets/sheet-limits.ts';
import { enter } from '../access/enter.ts';

/** Around the file: the other fields, and what separates them. */
const REST = 100_000;
const perUser: Limit = { name: 'guest-import', points: 30, seconds: 3600 };

/**
 * Takes a sent list apart, for those who may edit the guests. It comes before the check of the form's token, because
 * in a form with a file the token is one of the parts.
 */
export function uploadRoutes(): Router {
  const router = Router();
  router.post(paths.guestImports({ slug: ':event' }), receiveList);
  return router;
}

const upload = multer({
  storage: multer.memoryStorage(),
  limits: {
    files: 1,
    fields: 4,
    parts: 5,
    fileSize: sheetLimits.fileBytes,
    fieldSize: sheetLimits.fileBytes,
    headerPairs: 20,
  },
}).single('file');

async function receiveList(req: Request, res: Response, next: NextFunction): Promise<void> {
  if (!res.locals.actor || !req.is('multipart/form-data')) return next();
  const { actor } = await enter(req, 'guests.edit');
  await spend(perUser, actor.id);
  if (Number(req.get('content-length') ?? 0) > sheetLimits.fileBytes + REST) throw tooLarge();
  upload(req, res, (error: unknown) => next(error === undefined ? undefined : asAppError(error)));
}

function asAppError(error: unknown): AppError {
  const isTooLarge =
    error instanceof multer.MulterError &&
    (error.code === 'LIMIT_FILE_SIZE' || error.code === 'LIMIT_FIELD_VALUE');
  return isTooLarge ? tooLarge() : new AppError(400, 'errors.malformed');
}
