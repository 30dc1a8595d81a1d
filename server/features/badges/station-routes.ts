import { type NextFunction, type Request, type Response, Router } from 'express';
import type { Locale } from '../../../contract/locales.ts';
import { anEvent, paths } from '../../paths.ts';
import { NotFound } from '../../platform/errors.ts';
import { parse } from '../../platform/http/input.ts';
import { siteOf } from '../../platform/http/site.ts';
import { localeOf } from '../../platform/http/locale.ts';
import { fragment, page, useLayout } from '../../platform/http/page.ts';
import { done, flash, wantsJson } from '../../platform/http/reply.ts';
import { translate } from '../../platform/i18n/translate.ts';
import type { Access } from '../access/access.ts';
import { enter } from '../access/enter.ts';
import { badgeFacts } from './badge-facts.ts';
import { guestOfJob } from './guest-of-job.ts';
import { claimPrintJob, claimPrintJobs } from './claim-print-jobs.ts';
import { decidePrintJob } from './decide-print-job.ts';
import { finishPrintJob } from './finish-print-job.ts';
import { ClaimInput, DecideInput, FinishInput } from './input.ts';
import { loadBadges } from './load-badges.ts';
import { makeBadges } from './present-badges.ts';
import { jobModel } from './present-pages.ts';
import { queueModel, stationModel, taskModel } from './present-station.ts';
import { namedJobs, printQueue } from './print-queue.ts';
import { releaseLostJobs } from './release-lost-jobs.ts';
import { type JobModel, views } from './views.ts';

/** The page that prints for the doors: it takes one badge after the other and says what became of it. */
export function stationRoutes(): Router {
  const router = Router();
  router.get(paths.printStation(anEvent), useLayout('console'), showStation);
  router.post(paths.claimPrintJobs(anEvent), claim);
  router.post(paths.finishPrintJob(anEvent), finish);
  router.post(paths.decidePrintJob(anEvent), decide);
  router.get(paths.badgeOfJob(anEvent, ':job'), framed, showJob);
  return router;
}

async function showStation(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'badges.print');
  await releaseLostJobs(access);
  const seen = { event: access.event, locale: localeOf(res) };
  const queue = await printQueue(access);
  if (req.query['part'] === 'queue') return fragment(res, views, 'badges/_queue', queueModel(queue, seen));
  page(res, views, 'badges/station', stationModel(queue, seen), {
    title: translate(seen.locale, 'badges.station'),
  });
}

async function claim(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'badges.print');
  const { station, job } = parse(ClaimInput, req.body);
  const jobs =
    job === undefined ? await claimPrintJobs(access, station) : [await claimPrintJob(access, station, job)];
  const seen = { event: access.event, locale: localeOf(res) };
  res.json({ jobs: (await namedJobs(jobs)).map((each) => taskModel(each, seen)) });
}

async function finish(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'badges.print');
  const { state } = await finishPrintJob(access, parse(FinishInput, req.body));
  res.json({ state });
}

async function decide(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'badges.print');
  const { state } = await decidePrintJob(access, parse(DecideInput, req.body));
  if (!wantsJson(req)) flash(req, 'good', translate(localeOf(res), 'badges.decided'));
  done(req, res, paths.printStation(access.event), { state });
}

async function showJob(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'badges.print');
  const model = await pageOfJob(req, access, { job: String(req.params['job']), locale: localeOf(res) });
  page(res, views, 'badges/job', model, { layout: null, title: model.title });
}

/** `whole` when whoever prints it has no session to fetch the logo with. */
export async function pageOfJob(
  req: Request,
  access: Access,
  { job, locale, whole = false }: { job: string; locale: Locale; whole?: boolean },
): Promise<JobModel> {
  const { event } = access;
  const guest = await guestOfJob(access, job);
  const badges = await loadBadges(event);
  const facts = await badgeFacts(siteOf(req), { event, badges }, [guest]);
  const [badge] = await makeBadges(facts, [guest]);
  if (!badge) throw new NotFound('badges.unknown-job');
  const { logo, rev } = badges;
  const picture = whole && logo ? { logo: `data:${logo.type};base64,${logo.data}` } : {};
  return jobModel(badge, { event, locale, rev, ...picture });
}

/** Printed from a frame of the station's page, and of no other site's. */
function framed(_req: Request, res: Response, next: NextFunction): void {
  const policy = String(res.getHeader('Content-Security-Policy') ?? '');
  res.setHeader(
    'Content-Security-Policy',
    policy.replace("frame-ancestors 'none'", "frame-ancestors 'self'"),
  );
  res.setHeader('Cache-Control', 'no-store');
  next();
}
