import { type Request, type Response, Router } from 'express';
import { isLocale } from '../../../contract/locales.ts';
import { anEvent, paths } from '../../paths.ts';
import { now } from '../../platform/clock.ts';
import { parse } from '../../platform/http/input.ts';
import { localeOf } from '../../platform/http/locale.ts';
import { fragment, page, useLayout } from '../../platform/http/page.ts';
import { translate } from '../../platform/i18n/translate.ts';
import { type Access, can } from '../access/access.ts';
import { enter } from '../access/enter.ts';
import { headcount } from '../guests/headcount.ts';
import { arrivals } from './arrivals.ts';
import { doorRoutes } from './door-routes.ts';
import { eventStatement } from './event-statement.ts';
import { type AttendancePart, PartQuery } from './input.ts';
import { missing } from './missing.ts';
import { arrivalsModel, attendanceModel, figuresModel, missingModel, unitsModel } from './present.ts';
import { statementModel } from './present-statement.ts';
import { views } from './views.ts';

export function routes(): Router {
  const router = Router();
  router.get(paths.attendance(anEvent), useLayout('desk'), showAttendance);
  router.get(paths.statement(anEvent), useLayout('desk'), showStatement);
  router.get(paths.statementSheet(anEvent), useLayout('print'), printStatement);
  router.use(doorRoutes());
  return router;
}

async function showAttendance(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'attendance.view');
  const { part } = parse(PartQuery, req.query);
  if (part) return showPart(access, res, part);
  const { event } = access;
  const [count, arrived, awaited, statement] = await Promise.all([
    headcount(event),
    arrivals(access),
    missing(access),
    eventStatement(access),
  ]);
  const canCheckIn = can(access, 'attendance.check-in');
  const readsNotes = can(access, 'guests.view-contact-details');
  const facts = { event, count, arrivals: arrived, missing: awaited, statement, canCheckIn, readsNotes };
  const title = translate(localeOf(res), 'attendance.title');
  page(res, views, 'attendance/index', attendanceModel(facts, localeOf(res)), { title });
}

/** One part of the page, which asks for it again when something has happened. */
async function showPart(access: Access, res: Response, part: AttendancePart): Promise<void> {
  const { event } = access;
  const locale = localeOf(res);
  switch (part) {
    case 'figures':
      return fragment(res, views, 'attendance/_figures', figuresModel(event, await headcount(event)));
    case 'arrivals':
      return fragment(
        res,
        views,
        'attendance/_arrivals',
        arrivalsModel(event, await arrivals(access), locale, can(access, 'guests.view-contact-details')),
      );
    case 'missing':
      return fragment(res, views, 'attendance/_missing', missingModel(event, await missing(access), locale));
    case 'units':
      return fragment(
        res,
        views,
        'attendance/_units',
        unitsModel(event, await eventStatement(access), locale),
      );
  }
}

async function showStatement(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'attendance.view');
  const model = await statementOf(access, req, res);
  const title = translate(localeOf(res), 'attendance.statement.title');
  page(res, views, 'attendance/statement', model, { title });
}

async function printStatement(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'attendance.view');
  const model = await statementOf(access, req, res);
  const title = translate(localeOf(res), 'attendance.statement.title');
  page(res, views, 'attendance/statement-sheet', model, { title });
}

async function statementOf(access: Access, req: Request, res: Response) {
  const { event } = access;
  const wanted = req.query['text'];
  const spoken = isLocale(wanted) ? wanted : event.defaultLocale;
  return statementModel({ event, statement: await eventStatement(access), at: now() }, localeOf(res), spoken);
}
