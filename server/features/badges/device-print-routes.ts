import { type Request, type Response, Router } from 'express';
import type { BadgeHere } from '../../../contract/badge/print.ts';
import { paths } from '../../paths.ts';
import { NotFound } from '../../platform/errors.ts';
import { parse } from '../../platform/http/input.ts';
import { localeOf } from '../../platform/http/locale.ts';
import { markup } from '../../platform/http/page.ts';
import { enterAsDevice } from '../access/enter.ts';
import { finishOrPutBack } from './finish-or-put-back.ts';
import { FinishInput, OrderInput } from './input.ts';
import { guestToPrint } from './guest-of-job.ts';
import { pageOfJob } from './station-routes.ts';
import { takeBadge } from './take-badge.ts';
import { views } from './views.ts';

/** For devices that print by themselves what those they let in shall wear. */
export function devicePrintRoutes(): Router {
  const router = Router();
  router.post(paths.devicePrintHere, printHere);
  router.post(paths.devicePrintFinish, finish);
  return router;
}

async function printHere(req: Request, res: Response): Promise<void> {
  const access = await enterAsDevice(req, 'badges.print');
  const { guest: id, jobId, reason } = parse(OrderInput, req.body);
  const guest = await guestToPrint(access, id);
  if (!guest) throw new NotFound();
  const job = await takeBadge(access, { guest, jobId, reason });
  if (!job) return void res.json({ task: null } satisfies BadgeHere);
  const model = await pageOfJob(req, access, { job: job._id, locale: localeOf(res), whole: true });
  const task = { job: job._id, token: job.token ?? '', page: markup(res, views, 'badges/job', model) };
  res.json({ task } satisfies BadgeHere);
}

async function finish(req: Request, res: Response): Promise<void> {
  const access = await enterAsDevice(req, 'badges.print');
  const { state } = await finishOrPutBack(access, parse(FinishInput, req.body));
  res.json({ state });
}
