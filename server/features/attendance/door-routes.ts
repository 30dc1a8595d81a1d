import { type Request, type Response, Router } from 'express';
import { inLocale } from '../../../contract/localised.ts';
import { anEvent, paths } from '../../paths.ts';
import { now } from '../../platform/clock.ts';
import { parse } from '../../platform/http/input.ts';
import { localeOf } from '../../platform/http/locale.ts';
import { fragment, page, useLayout } from '../../platform/http/page.ts';
import { done, flash, wantsJson } from '../../platform/http/reply.ts';
import { allowWebAssembly } from '../../platform/http/security.ts';
import { translate } from '../../platform/i18n/translate.ts';
import type { Access } from '../access/access.ts';
import { enter } from '../access/enter.ts';
import { headcount } from '../guests/headcount.ts';
import { checkIn } from './check-in.ts';
import { searchAtDoor } from './door-search.ts';
import { CheckInInput, DoorQuery, SearchQuery, UndoInput } from './input.ts';
import { outcomeOf } from './outcome-of.ts';
import { countModel, doorModel, resultsModel } from './present-door.ts';
import { verdictModel } from './present-verdict.ts';
import { recentScans } from './recent-scans.ts';
import { undoCheckIn } from './undo-check-in.ts';
import { views } from './views.ts';

/** What a member does by hand who stands at a door: let guests in, and take that back. */
export function doorRoutes(): Router {
  const router = Router();
  router.get(paths.door(anEvent), useLayout('console'), allowWebAssembly, showDoor);
  router.get(paths.doorSearch(anEvent), search);
  router.post(paths.checkIns(anEvent), createCheckIn);
  router.post(paths.undoCheckIn(anEvent), undo);
  return router;
}

async function showDoor(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'attendance.check-in');
  const place = placeOf(access, res);
  if (req.query['part'] === 'count') {
    const model = countModel(await headcount(access.event), place);
    return fragment(res, views, 'attendance/_count', model);
  }
  const { q, scan } = parse(DoorQuery, req.query);
  const [count, found, outcome, recent] = await Promise.all([
    headcount(access.event),
    searchAtDoor(access, q),
    scan ? outcomeOf(access, scan) : null,
    recentScans(access),
  ]);
  const model = doorModel({ count, query: q, found, outcome, recent }, place);
  const title = inLocale(access.event.title, localeOf(res));
  page(res, views, 'attendance/door', model, { title });
}

async function search(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'attendance.check-in');
  const { q } = parse(SearchQuery, req.query);
  const model = resultsModel(q, await searchAtDoor(access, q), placeOf(access, res));
  fragment(res, views, 'attendance/_people', model);
}

async function createCheckIn(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'attendance.check-in');
  const outcome = await checkIn(access, parse(CheckInInput, req.body));
  const result = `${paths.door(access.event)}?scan=${outcome.scanId}`;
  done(req, res, result, { verdict: outcome.verdict, ...verdictModel(outcome, placeOf(access, res)) });
}

async function undo(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'attendance.undo');
  await undoCheckIn(access, parse(UndoInput, req.body));
  if (!wantsJson(req)) flash(req, 'good', translate(localeOf(res), 'attendance.undone'));
  done(req, res, paths.door(access.event));
}

function placeOf(access: Access, res: Response) {
  return { event: access.event, locale: localeOf(res), now: now() };
}
