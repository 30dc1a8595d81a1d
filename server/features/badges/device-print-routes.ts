import { type Request, type Response, Router } from 'express';
import type { BadgeHere } from '../../../contract/badge/print.ts';
import { paths } from '../../paths.ts';
import { NotFound } from '../../platform/errors.ts';
import { parse } from '../../platform/http/input.ts';
import { localeOf } from '../../platform/http/locale.ts';
import { markup } from '../../platform/http/page.ts';
import type { Access } from '../access/access.ts';
import { enterAsDevice } from '../access/enter.ts';
import { demandBadges, demandPage } from './demand-printer.ts';
import { deviceStationRoutes } from './device-station-routes.ts';
import { finishOrPutBack } from './finish-or-put-back.ts';
import { finishPrintJob } from './finish-print-job.ts';
import { guestToPrint } from './guest-of-job.ts';
import { FinishAtDeviceInput, OrderInput } from './input.ts';
import { type BadgeOrder, queueBadge } from './queue-badge.ts';
import { pageOfJob } from './station-routes.ts';
import { takeBadge } from './take-badge.ts';
import { views } from './views.ts';

/** For devices: to have the badge of somebody printed at a station, or to print it themselves. */
export function devicePrintRoutes(): Router {
  const router = Router();
  router.post(paths.deviceBadge, queue);
  router.post(paths.devicePrintHere, printHere);
  router.post(paths.devicePrintFinish, finish);
  router.use(deviceStationRoutes());
  return router;
}

async function queue(req: Request, res: Response): Promise<void> {
  const access = await enterAsDevice(req, 'badges.print');
  await demandBadges(access);
  await queueBadge(access, await orderOf(req, access));
  res.status(204).end();
}

async function printHere(req: Request, res: Response): Promise<void> {
  const access = await enterAsDevice(req, 'badges.print');
  const order = await orderOf(req, access);
  await demandPage(access, order.guest);
  const job = await takeBadge(access, order);
  if (!job) return void res.json({ task: null } satisfies BadgeHere);
  const model = await pageOfJob(req, access, { job: job._id, locale: localeOf(res), whole: true });
  const task = { job: job._id, token: job.token ?? '', page: markup(res, views, 'badges/job', model) };
  res.json({ task } satisfies BadgeHere);
}

async function finish(req: Request, res: Response): Promise<void> {
  const access = await enterAsDevice(req, 'badges.print');
  const { keep, ...outcome } = parse(FinishAtDeviceInput, req.body);
  const { state } = await (keep ? finishPrintJob : finishOrPutBack)(access, outcome);
  res.json({ state });
}

async function orderOf(req: Request, access: Access): Promise<BadgeOrder> {
  const { guest: id, jobId, reason } = parse(OrderInput, req.body);
  const guest = await guestToPrint(access, id);
  if (!guest) throw new NotFound();
  return { guest, jobId, reason };
}
