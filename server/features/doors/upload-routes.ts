import { type NextFunction, type Request, type Response, Router } from 'express';
import { anEvent, paths } from '../../paths.ts';
import { AppError } from '../../platform/errors.ts';
import { receiveUpload } from '../../platform/http/upload.ts';
import { enter } from '../access/enter.ts';
import { LARGEST_QUEUE_FILE } from './queue-file.ts';

/** Takes the file of a device apart. It comes before the check of the form's token, which is one of the parts. */
export function uploadRoutes(): Router {
  const router = Router();
  router.post(paths.doorQueue(anEvent), receiveQueue);
  return router;
}

const upload = receiveUpload({ field: 'queue', largest: LARGEST_QUEUE_FILE, tooLarge });

async function receiveQueue(req: Request, res: Response, next: NextFunction): Promise<void> {
  if (!res.locals.actor) return next();
  await enter(req, 'doors.manage');
  upload(req, res, next);
}

function tooLarge(): AppError {
  return new AppError(413, 'doors.queue-too-large', { megabytes: LARGEST_QUEUE_FILE / 1_000_000 });
}
