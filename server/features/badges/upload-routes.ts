import { type NextFunction, type Request, type Response, Router } from 'express';
import { anEvent, paths } from '../../paths.ts';
import { AppError } from '../../platform/errors.ts';
import { receiveUpload } from '../../platform/http/upload.ts';
import { enter } from '../access/enter.ts';
import { LARGEST_LOGO } from './logo.ts';

/** Takes a sent logo apart. It comes before the check of the form's token, which is one of the parts. */
export function uploadRoutes(): Router {
  const router = Router();
  router.post(paths.badgeLogo(anEvent), receiveLogo);
  return router;
}

const upload = receiveUpload({ field: 'logo', largest: LARGEST_LOGO, tooLarge });

async function receiveLogo(req: Request, res: Response, next: NextFunction): Promise<void> {
  if (!res.locals.actor) return next();
  await enter(req, 'badges.edit');
  upload(req, res, next);
}

function tooLarge(): AppError {
  return new AppError(413, 'badges.logo-too-large', { kilobytes: LARGEST_LOGO / 1000 });
}
