import { type Request, type Response, Router } from 'express';
import { anEvent, paths } from '../../paths.ts';
import { parse } from '../../platform/http/input.ts';
import { localeOf } from '../../platform/http/locale.ts';
import { fragment, page, useLayout } from '../../platform/http/page.ts';
import { translate } from '../../platform/i18n/translate.ts';
import { can } from '../access/access.ts';
import { enter } from '../access/enter.ts';
import { board } from './board.ts';
import { breakdown } from './breakdown.ts';
import { BoardQuery, type BoardPart } from './input.ts';
import { latestArrivals } from './latest-arrivals.ts';
import { missing } from './missing.ts';
import { alertsModel } from './present-alerts.ts';
import { flowModel } from './present-flow.ts';
import { radarModel } from './present-radar.ts';
import { breakdownModel, figuresModel, latestModel, missingModel, type Reading } from './present.ts';
import { radarRoutes } from './radar-routes.ts';
import { views } from './views.ts';

/** The live board of the day. */
export function routes(): Router {
  const router = Router();
  router.get(paths.attendance(anEvent), useLayout('desk'), showBoard);
  router.use(radarRoutes());
  return router;
}

async function showBoard(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'attendance.view');
  const query = parse(BoardQuery, req.query);
  const reading = { access, locale: localeOf(res) };
  if (query.part) return showPart(res, reading, { ...query, part: query.part });
  const { event } = access;
  const [facts, latest, awaited] = await Promise.all([
    board(access),
    latestArrivals(access),
    missing(access),
  ]);
  const model = {
    statement: paths.statement(event),
    reconciliation: paths.reconciliation(event),
    door: can(access, 'attendance.check-in') ? paths.door(event) : null,
    figures: figuresModel(facts, reading),
    alertsPart: alertsModel(facts.alerts, reading),
    flow: flowModel(facts, reading),
    breakdown: breakdownModel(await breakdown(access, query.by, facts), query.by, reading),
    radar: radarModel(facts.watched, reading),
    latest: latestModel(latest, reading),
    missing: missingModel(awaited, reading),
  };
  page(res, views, 'arrivals/index', model, { title: translate(reading.locale, 'attendance.title') });
}

/** One part of the board, which asks for it again when something has happened. */
async function showPart(
  res: Response,
  reading: Reading,
  { part, by }: BoardQuery & { part: BoardPart },
): Promise<void> {
  const { access } = reading;
  switch (part) {
    case 'figures':
      return fragment(res, views, 'arrivals/_figures', figuresModel(await board(access), reading));
    case 'alerts':
      return fragment(res, views, 'arrivals/_alerts', alertsModel((await board(access)).alerts, reading));
    case 'flow':
      return fragment(res, views, 'arrivals/_flow', flowModel(await board(access), reading));
    case 'radar':
      return fragment(res, views, 'arrivals/_radar', radarModel((await board(access)).watched, reading));
    case 'arrivals':
      return fragment(res, views, 'arrivals/_latest', latestModel(await latestArrivals(access), reading));
    case 'missing':
      return fragment(res, views, 'arrivals/_missing', missingModel(await missing(access), reading));
    case 'breakdown': {
      const parts = await breakdown(access, by, await board(access));
      return fragment(res, views, 'arrivals/_breakdown', breakdownModel(parts, by, reading));
    }
  }
}
