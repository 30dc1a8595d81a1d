import { randomUUID } from 'node:crypto';
import { type Request, type Response, Router } from 'express';
import { inLocale } from '../../../contract/localised.ts';
import { escortStatuses } from '../../../contract/radar.ts';
import { paths } from '../../paths.ts';
import { parse } from '../../platform/http/input.ts';
import { localeOf } from '../../platform/http/locale.ts';
import { page, useLayout, useTimeZone } from '../../platform/http/page.ts';
import { spendUnknownToken } from '../../platform/http/rate-limit.ts';
import { done } from '../../platform/http/reply.ts';
import { personalPage } from '../../platform/http/security.ts';
import { translate } from '../../platform/i18n/translate.ts';
import { escortOf, rememberEscort } from './escort-cookie.ts';
import { type Escorting, findEscort } from './escorts.ts';
import { StatusInput, TakeBackInput, WatchInput } from './input.ts';
import { looks, watchedModel } from './present-radar.ts';
import { radarOf, type WatchedGuest } from './radar.ts';
import { reportStatus, takeStatusBack } from './report-status.ts';
import { views } from './views.ts';

type OneGuest = Request<{ guest: string }>;

/** The page of an escort. The link is the right, and opens the guests they accompany and nothing else. */
export function publicRoutes(): Router {
  const router = Router();
  const personal = [personalPage, useLayout('site')];
  router.get(paths.escortLink(':token'), ...personal, openLink);
  router.get(paths.watch, ...personal, showGuests);
  router.post(paths.watchStatus(':guest'), ...personal, report);
  router.post(paths.watchBack(':guest'), ...personal, takeBack);
  return router;
}

async function openLink(req: Request<{ token: string }>, res: Response): Promise<void> {
  const { token } = req.params;
  if (!(await findEscort(token))) {
    await spendUnknownToken(req);
    return lost(res);
  }
  rememberEscort(req, res, token);
  res.redirect(303, paths.watch);
}

async function showGuests(req: Request, res: Response): Promise<void> {
  const found = await escortOf(req);
  if (!found) return lost(res);
  const { access, escort } = found;
  const locale = localeOf(res);
  useTimeZone(res, access.event.timeZone);
  const watched = await radarOf(escort);
  const model = {
    name: escort.name,
    event: inLocale(access.event.title, locale),
    guests: watched.map((each) => ({
      ...watchedModel(each, { access, locale }),
      ...buttonsOf(each, res),
    })),
  };
  page(res, views, 'arrivals/watch', model, { title: translate(locale, 'arrivals.watch-title') });
}

async function report(req: OneGuest, res: Response): Promise<void> {
  const found = await escortOf(req);
  if (!found) return lost(res);
  await reportStatus(speaker(found), { ...parse(StatusInput, req.body), guest: guestIn(req) });
  done(req, res, paths.watch);
}

async function takeBack(req: OneGuest, res: Response): Promise<void> {
  const found = await escortOf(req);
  if (!found) return lost(res);
  await takeStatusBack(speaker(found), { ...parse(TakeBackInput, req.body), guest: guestIn(req) });
  done(req, res, paths.watch);
}

function buttonsOf({ guest, status, step }: WatchedGuest, res: Response) {
  const locale = localeOf(res);
  return {
    action: paths.watchStatus(guest),
    stepId: randomUUID(),
    undo: step ? { action: paths.watchBack(guest), step: step.id } : null,
    choices: escortStatuses.map((value) => ({
      value,
      label: translate(locale, `arrivals.status.${value}`),
      icon: looks[value].icon,
      current: value === status,
    })),
  };
}

function speaker({ access, escort }: Escorting) {
  return { access, escort: escort._id };
}

function guestIn({ params }: OneGuest): string {
  return parse(WatchInput, { guest: params.guest }).guest;
}

function lost(res: Response): void {
  const title = translate(localeOf(res), 'arrivals.lost');
  page(res, views, 'arrivals/lost', {}, { title, status: 404 });
}
