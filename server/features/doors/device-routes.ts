import { type Request, type RequestHandler, type Response, Router } from 'express';
import type { EnrolAnswer } from '../../../contract/door/enrolment.ts';
import { inLocale } from '../../../contract/localised.ts';
import { paths } from '../../paths.ts';
import { now } from '../../platform/clock.ts';
import { SignInNeeded } from '../../platform/errors.ts';
import { notFound } from '../../platform/http/error-handler.ts';
import { parse } from '../../platform/http/input.ts';
import { localeOf } from '../../platform/http/locale.ts';
import { limitUnknown } from '../../platform/http/rate-limit.ts';
import { demandDevice, forDevices, knowDevice, readUnsigned } from './device-request.ts';
import { type Enrolled, enrolDevice } from './enrol-device.ts';
import { EnrolInput } from './input.ts';
import { recordWiped } from './record-wiped.ts';
import { WipedInput } from './scan-input.ts';
import { upload, workRoutes } from './work-routes.ts';

/**
 * What devices ask for. They hold neither session nor cookie, so this stands before both; each line says whether the
 * device must still be allowed to act (`demandDevice`) or need only be the one it says (`knowDevice`).
 */
export function deviceRoutes(locale: RequestHandler, others: RequestHandler): Router {
  const router = Router();
  router.post(paths.everythingOfDevices, ...forDevices(), locale);
  router.post(paths.enrolDevice, readUnsigned, enrol);
  router.post(paths.deviceWiped, knowDevice, wiped);
  router.post(paths.deviceUpload, knowDevice, upload);
  router.post(paths.everythingOfDevices, demandDevice);
  router.use(workRoutes());
  router.use(others);
  router.post(paths.everythingOfDevices, notFound);
  return router;
}

async function enrol(req: Request, res: Response): Promise<void> {
  const enrolled = await limitUnknown(req, enrolDevice(parse(EnrolInput, req.body)));
  res.json(answerTo(enrolled, res));
}

function answerTo({ door, event }: Enrolled, res: Response): EnrolAnswer {
  return {
    now: now().getTime(),
    door: { id: String(door._id), name: door.name, expires: door.expires.getTime() },
    event: { id: String(event._id), slug: event.slug, title: inLocale(event.title, localeOf(res)) },
  };
}

async function wiped(req: Request, res: Response): Promise<void> {
  const { actor } = res.locals;
  if (actor?.kind !== 'door') throw new SignInNeeded();
  await recordWiped(actor, parse(WipedInput, req.body));
  // The page erases everything itself. Browsers that know this header do it once more, Chromium not for such a request.
  res.setHeader('Clear-Site-Data', '"storage"');
  res.status(204).end();
}
