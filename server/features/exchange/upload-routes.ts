import { type NextFunction, type Request, type Response, Router } from 'express';
import { limits } from '../../../contract/limits.ts';
import { paths } from '../../paths.ts';
import { AppError } from '../../platform/errors.ts';
import { receiveUpload } from '../../platform/http/upload.ts';
import { enterOffice } from '../access/enter.ts';

const MEGABYTE = 1e6;

/**
 * Takes a sent file apart, for those who are signed in. It comes before the check of the form's token, because in a
 * form with a file the token is one of the parts.
 */
export function uploadRoutes(): Router {
  const router = Router();
  router.post(paths.importEvent, receiveEventFile);
  return router;
}

const upload = receiveUpload({ field: 'file', largest: limits.eventFile, tooLarge });

function receiveEventFile(req: Request, res: Response, next: NextFunction): void {
  if (!res.locals.actor) return next();
  enterOffice(req, 'events.import');
  upload(req, res, next);
}

function tooLarge(): AppError {
  return new AppError(413, 'exchange.problem.too-large', { megabytes: limits.eventFile / MEGABYTE });
}
