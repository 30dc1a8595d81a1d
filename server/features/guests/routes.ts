import { type Request, type Response, Router } from 'express';
import { anEvent, paths } from '../../paths.ts';
import { parse } from '../../platform/http/input.ts';
import { localeOf } from '../../platform/http/locale.ts';
import { fragment, page, useLayout } from '../../platform/http/page.ts';
import { translate } from '../../platform/i18n/translate.ts';
import type { Access } from '../access/access.ts';
import { enter } from '../access/enter.ts';
import { displayName } from '../directory/person-name.ts';
import { changeRoutes } from './change-routes.ts';
import { delegations } from './delegations.ts';
import { formRoutes } from './form-routes.ts';
import { guestHistory } from './guest-history.ts';
import { guestList } from './guest-list.ts';
import { guestPlace } from './guest-place.ts';
import { ListQuery } from './input.ts';
import { loadGuest } from './load-guest.ts';
import { presences } from './presence.ts';
import { delegationsModel } from './present-choices.ts';
import { type PanelFacts, panelModel } from './present-panel.ts';
import { indexModel, type ListFacts, listModel } from './present.ts';
import { tabCounts } from './tab-counts.ts';
import { unitCalled } from './unit-name.ts';
import { views } from './views.ts';

export function routes(): Router {
  const router = Router();
  router.use(paths.guests(anEvent), useLayout('desk'));
  router.get(paths.guests(anEvent), showList);
  router.get(paths.delegations(anEvent), showDelegations);
  router.use(formRoutes());
  router.use(changeRoutes());
  router.get(paths.guest(anEvent, ':guest'), showGuest);
  return router;
}

async function showList(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'guests.view');
  const query = parse(ListQuery, req.query);
  const facts = await listFacts(access, query, res);
  if (query.part === 'list') return fragment(res, views, 'guests/_list', listModel(facts));
  const from = new URL(req.originalUrl, 'http://localhost').search.slice(1);
  const panel = query.guest ? panelModel(await panelFacts(access, query.guest, { from, res })) : null;
  page(res, views, 'guests/index', indexModel(facts, panel), {
    title: translate(localeOf(res), 'guests.title'),
  });
}

async function showGuest(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'guests.view');
  const { part, from = '' } = req.query;
  const facts = await panelFacts(access, String(req.params['guest']), { from: textOf(from), res });
  if (part === 'panel') return fragment(res, views, 'guests/_panel', panelModel(facts));
  const model = { panel: panelModel(facts), back: paths.guests(access.event) };
  page(res, views, 'guests/show', model, { title: displayName(facts.guest.name, facts.locale) });
}

async function showDelegations(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'guests.view');
  const model = delegationsModel(access, await delegations(access), localeOf(res));
  if (req.query['part'] === 'list') return fragment(res, views, 'guests/_delegations', model);
  page(res, views, 'guests/delegations', model, { title: translate(localeOf(res), 'guests.delegations') });
}

async function listFacts(access: Access, query: ListQuery, res: Response): Promise<ListFacts> {
  const [found, counts, unit] = await Promise.all([
    guestList(access, query),
    tabCounts(access.event),
    unitCalled(query.unit),
  ]);
  const present = await presences(
    access.event,
    found.rows.filter(({ arrivedAt }) => arrivedAt).map(({ _id }) => _id),
  );
  return { access, query, locale: localeOf(res), page: found, counts, unit, present };
}

async function panelFacts(
  access: Access,
  id: string,
  { from, res }: { from: string; res: Response },
): Promise<PanelFacts> {
  const guest = await loadGuest(access, id);
  const [place, history, present] = await Promise.all([
    guestPlace(access, guest),
    guestHistory(access, guest),
    presences(access.event, [guest._id]),
  ]);
  const presence = present.get(id) ?? null;
  return { access, guest, place, history, presence, from, locale: localeOf(res) };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.slice(0, 4000) : '';
}
