import { type NextFunction, type Request, type Response, Router } from 'express';
import { inLocale } from '../../../contract/localised.ts';
import { anEvent, paths } from '../../paths.ts';
import { now } from '../../platform/clock.ts';
import { cookieOf } from '../../platform/http/cookies.ts';
import { parse } from '../../platform/http/input.ts';
import { localeOf } from '../../platform/http/locale.ts';
import { fragment, page, useLayout } from '../../platform/http/page.ts';
import { spendUnknownToken } from '../../platform/http/rate-limit.ts';
import { done, flash, wantsJson } from '../../platform/http/reply.ts';
import { allowWebAssembly, personalPage } from '../../platform/http/security.ts';
import { siteOf } from '../../platform/http/site.ts';
import { translate } from '../../platform/i18n/translate.ts';
import type { Access } from '../access/access.ts';
import { enter } from '../access/enter.ts';
import { headcount } from '../guests/headcount.ts';
import { checkIn } from './check-in.ts';
import { DOOR_COOKIES, doorCookie } from './door-cookie.ts';
import { searchAtDoor } from './door-search.ts';
import { CheckInInput, DoorQuery, SearchQuery, UndoInput } from './input.ts';
import { outcomeOf } from './outcome-of.ts';
import { countModel, doorModel, resultsModel } from './present-door.ts';
import { verdictModel } from './present-verdict.ts';
import { recentScans } from './recent-scans.ts';
import { recogniseDoor } from './recognise-door.ts';
import { eventOfDoor } from './event-of-door.ts';
import { undoCheckIn } from './undo-check-in.ts';
import { views } from './views.ts';

/** What an enrolled device may do, and a member who stands at a door: let guests in, and take that back. */
export function doorRoutes(): Router {
  const router = Router();
  router.get(paths.doorLink(':token'), personalPage, useLayout('bare'), openDoorLink);
  router.get(paths.door(anEvent), useLayout('console'), allowWebAssembly, actAsDoor, showDoor);
  router.get(paths.doorSearch(anEvent), actAsDoor, search);
  router.post(paths.checkIns(anEvent), actAsDoor, createCheckIn);
  router.post(paths.undoCheckIn(anEvent), actAsDoor, undo);
  return router;
}

/** The link of a door makes this browser that door, and leaves the address bar at once. */
async function openDoorLink(req: Request<{ token: string }>, res: Response): Promise<void> {
  const { token } = req.params;
  const door = await recogniseDoor(token);
  const event = door && (await eventOfDoor(door));
  if (!door || !event) {
    await spendUnknownToken(req);
    return overPage(res, 'attendance.door.over-link');
  }
  const secure = siteOf(req).url.startsWith('https:');
  res.cookie(doorCookie(secure), token, {
    httpOnly: true,
    sameSite: 'lax',
    secure,
    path: '/',
    expires: door.expires,
  });
  res.redirect(303, paths.door(event));
}

/**
 * On the pages of its event a door is the door, even in a browser in which somebody is also signed in: what is
 * recorded there happened at that gate. A door that was revoked is told so.
 */
async function actAsDoor(req: Request<{ event: string }>, res: Response, next: NextFunction): Promise<void> {
  const { actor } = res.locals;
  const token = tokenOf(req);
  if (actor?.kind === 'door' || token === '') return next();
  const door = await recogniseDoor(token);
  if (!door && !actor && !wantsJson(req)) return overPage(res, 'attendance.door.over-text');
  const event = door && (await eventOfDoor(door));
  if (door && event?.slug === req.params.event) {
    res.locals.actor = { kind: 'door', id: String(door._id), name: door.name, event: door.event };
  }
  next();
}

async function showDoor(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'attendance.check-in');
  const place = placeOf(access, res);
  const gate = access.actor.kind === 'door' ? access.actor.name : '';
  if (req.query['part'] === 'count') {
    const model = countModel(await headcount(access.event), { ...place, gate });
    return fragment(res, views, 'attendance/_count', model);
  }
  const { q, scan } = parse(DoorQuery, req.query);
  const [count, found, outcome, recent] = await Promise.all([
    headcount(access.event),
    searchAtDoor(access, q),
    scan ? outcomeOf(access, scan) : null,
    recentScans(access),
  ]);
  const model = doorModel({ gate, count, query: q, found, outcome, recent }, place);
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

function tokenOf(req: Request<{ event: string }>): string {
  return DOOR_COOKIES.map((name) => cookieOf(req, name)).find((token) => token !== '') ?? '';
}

function overPage(res: Response, reason: 'attendance.door.over-link' | 'attendance.door.over-text'): void {
  const locale = localeOf(res);
  const model = { reason: translate(locale, reason), signIn: paths.signIn };
  const title = translate(locale, 'attendance.door.over');
  page(res, views, 'attendance/door-over', model, { title, status: 410, layout: 'bare' });
}
