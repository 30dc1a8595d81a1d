import { type Request, type Response, Router } from 'express';
import { paths } from '../../paths.ts';
import { parse } from '../../platform/http/input.ts';
import { localeOf } from '../../platform/http/locale.ts';
import { fragment, page, useLayout } from '../../platform/http/page.ts';
import { translate } from '../../platform/i18n/translate.ts';
import type { Access } from '../access/access.ts';
import { enter } from '../access/enter.ts';
import { automaticRoutes } from './automatic-routes.ts';
import { changeRoutes } from './change-routes.ts';
import { conflictsOf } from './conflicts.ts';
import { type SeatingQuery as Query, SeatingQuery } from './input.ts';
import { layOut } from './lay-out.ts';
import { loadSeating } from './load-seating.ts';
import { planRoutes } from './plan-routes.ts';
import { indexModel, type PlanFacts, planModel } from './present.ts';
import { headModel } from './present-head.ts';
import { type SideFacts, sideModel } from './present-side.ts';
import { printRoutes } from './print-routes.ts';
import { guestsById, seatedGuests, seatingGuests } from './seating-guests.ts';
import { views } from './views.ts';

const anEvent = { slug: ':event' };

export function routes(): Router {
  const router = Router();
  router.use(paths.seating(anEvent), useLayout('desk'));
  router.get(paths.seating(anEvent), showSeating);
  router.use(planRoutes());
  router.use(changeRoutes());
  router.use(automaticRoutes());
  router.use(printRoutes());
  return router;
}

async function showSeating(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'seating.view');
  const query = parse(SeatingQuery, req.query);
  if (query.part === 'plan') {
    const drawing = planModel(await drawingFacts(access, query, res));
    return fragment(res, views, 'seating/_drawing', drawing);
  }
  const facts = await factsFor(access, query, res);
  if (query.part === 'head') return fragment(res, views, 'seating/_head', headModel(facts));
  if (query.part === 'side') return fragment(res, views, 'seating/_side', sideModel(facts));
  page(res, views, 'seating/index', indexModel(facts), { title: translate(localeOf(res), 'seating.title') });
}

/** While guests come in every screen asks for the drawing again: nobody without a seat is read for it. */
async function drawingFacts(access: Access, query: Query, res: Response): Promise<PlanFacts> {
  const seating = await loadSeating(access.event);
  const guests = guestsById(await seatedGuests(access, seating.seats));
  return { access, query, seating, guests, locale: localeOf(res), plan: layOut(seating.areas) };
}

async function factsFor(access: Access, query: Query, res: Response): Promise<SideFacts> {
  const [seating, list] = await Promise.all([loadSeating(access.event), seatingGuests(access)]);
  return {
    access,
    query,
    seating,
    locale: localeOf(res),
    plan: layOut(seating.areas),
    guests: guestsById(list),
    conflicts: conflictsOf(seating, list),
  };
}
