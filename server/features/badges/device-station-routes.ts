import { type Request, type Response, Router } from 'express';
import type { StationClaim } from '../../../contract/badge/print.ts';
import type { PrintJob } from '../../../models/print-job.ts';
import { paths } from '../../paths.ts';
import { parse } from '../../platform/http/input.ts';
import { localeOf } from '../../platform/http/locale.ts';
import { markup } from '../../platform/http/page.ts';
import type { Access } from '../access/access.ts';
import { enterAsDevice } from '../access/enter.ts';
import { claimOnce, claimPrintJob } from './claim-print-jobs.ts';
import { decidePrintJob } from './decide-print-job.ts';
import { demandStation } from './demand-station.ts';
import { ClaimAtDeviceInput, DecideInput } from './input.ts';
import { deviceQueue } from './present-device-queue.ts';
import { printQueue } from './print-queue.ts';
import { releaseLostJobs } from './release-lost-jobs.ts';
import { pageOfJob } from './station-routes.ts';
import { views } from './views.ts';

/** For a device with a printer that prints what the other devices ask for. */
export function deviceStationRoutes(): Router {
  const router = Router();
  router.post(paths.devicePrintQueue, queue);
  router.post(paths.devicePrintClaim, claim);
  router.post(paths.devicePrintDecide, decide);
  return router;
}

async function queue(req: Request, res: Response): Promise<void> {
  const access = await demandStation(await enterAsDevice(req, 'badges.print'));
  await releaseLostJobs(access);
  res.json(deviceQueue(await printQueue(access), localeOf(res)));
}

async function claim(req: Request, res: Response): Promise<void> {
  const access = await demandStation(await enterAsDevice(req, 'badges.print'));
  const { job, claim: token } = parse(ClaimAtDeviceInput, req.body);
  const station = access.actor.name;
  const claimed = await (job ? claimPrintJob(access, station, job) : claimOnce(access, station, token));
  const task = claimed ? await taskOf(req, res, { access, job: claimed }) : null;
  res.json({ task } satisfies StationClaim);
}

async function taskOf(
  req: Request,
  res: Response,
  { access, job }: { access: Access; job: PrintJob },
): Promise<StationClaim['task']> {
  const model = await pageOfJob(req, access, { job: job._id, locale: localeOf(res), whole: true });
  const page = markup(res, views, 'badges/job', model);
  return { job: job._id, token: job.token ?? '', page, name: model.title };
}

async function decide(req: Request, res: Response): Promise<void> {
  const access = await demandStation(await enterAsDevice(req, 'badges.print'));
  const { state } = await decidePrintJob(access, parse(DecideInput, req.body));
  res.json({ state });
}
