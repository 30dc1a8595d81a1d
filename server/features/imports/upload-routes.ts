import { type NextFunction, type Request, type Response, Router } from 'express';
import { paths } from '../../paths.ts';
import { type Limit, spend } from '../../platform/http/rate-limit.ts';
import { receiveUpload } from '../../platform/http/upload.ts';
import { tooLarge } from '../../platform/sheets/read-table.ts';
import { sheetLimits } from '../../platform/sheets/sheet-limits.ts';
import { enter } from '../access/enter.ts';

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

const upload = receiveUpload({ field: 'file', largest: sheetLimits.fileBytes, tooLarge });

async function receiveList(req: Request, res: Response, next: NextFunction): Promise<void> {
  if (!res.locals.actor || !req.is('multipart/form-data')) return next();
  const { actor } = await enter(req, 'guests.edit');
  await spend(perUser, actor.id);
  upload(req, res, next);
}
