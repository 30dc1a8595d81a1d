import { type Request, type Response, Router } from 'express';
import { anEvent, paths } from '../../paths.ts';
import { type FormState, submit } from '../../platform/http/form.ts';
import { NotFound } from '../../platform/errors.ts';
import { parse } from '../../platform/http/input.ts';
import { localeOf } from '../../platform/http/locale.ts';
import { page, useLayout } from '../../platform/http/page.ts';
import { translate } from '../../platform/i18n/translate.ts';
import type { Access } from '../access/access.ts';
import { enter } from '../access/enter.ts';
import { addLists } from './add-lists.ts';
import { gateAndProfileRoutes } from './gate-routes.ts';
import { ListInput, RevInput, SuggestionInput } from './input.ts';
import { planFacts } from './plan-facts.ts';
import { listFormModel } from './present-forms.ts';
import { suggestedLists } from './present-suggestions.ts';
import { planModel } from './present.ts';
import { removeList } from './remove-list.ts';
import { saveList } from './save-list.ts';
import { views } from './views.ts';

/** The organisers' pages about lists, gates and profiles. */
export function routes(): Router {
  const router = Router();
  const inDesk = useLayout('desk');
  router.get(paths.doorPlan(anEvent), inDesk, showPlan);
  router.post(paths.suggestedLists(anEvent), addSuggested);
  router.get(paths.newDoorList(anEvent), inDesk, showList);
  router.post(paths.newDoorList(anEvent), inDesk, keepList);
  router.get(paths.doorList(anEvent, ':list'), inDesk, showList);
  router.post(paths.doorList(anEvent, ':list'), inDesk, keepList);
  router.post(paths.removeDoorList(anEvent, ':list'), dropList);
  router.use(gateAndProfileRoutes());
  return router;
}

async function showPlan(req: Request, res: Response): Promise<void> {
  const { event } = await enter(req, 'door-plan.edit');
  const locale = localeOf(res);
  const title = translate(locale, 'door-plan.title');
  page(res, views, 'door-plan/index', planModel(await planFacts(event), locale), { title });
}

async function addSuggested(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'door-plan.edit');
  const { rev, what } = parse(SuggestionInput, req.body);
  await addLists(access, rev, suggestedLists(access.event, what));
  res.redirect(303, paths.doorPlan(access.event));
}

async function showList(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'door-plan.edit');
  await listPage(access, res, { id: idIn(req), form: null });
}

async function keepList(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'door-plan.edit');
  const id = idIn(req);
  await submit(req, res, ListInput, {
    act: async (input) => {
      await saveList(access, id, input);
      res.redirect(303, paths.doorPlan(access.event));
    },
    again: (form) => listPage(access, res, { id, form }),
  });
}

async function dropList(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'door-plan.edit');
  await removeList(access, String(req.params['list']), parse(RevInput, req.body).rev);
  res.redirect(303, paths.doorPlan(access.event));
}

/** Null for a new one. */
function idIn(req: Request): string | null {
  const id = req.params['list'];
  return id === undefined ? null : String(id);
}

async function listPage(
  { event }: Access,
  res: Response,
  { id, form }: { id: string | null; form: FormState | null },
): Promise<void> {
  const facts = await planFacts(event);
  const stored = facts.plan.lists.slice(1).find((list) => list.id === id) ?? null;
  if (id !== null && !stored) throw new NotFound('door-plan.no-such-list');
  const model = listFormModel({ facts, stored, form }, localeOf(res));
  page(res, views, 'door-plan/list', model, { title: model.title });
}
