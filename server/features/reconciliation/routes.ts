import { type Request, type Response, Router } from 'express';
import { anEvent, paths } from '../../paths.ts';
import { type FormState, submit } from '../../platform/http/form.ts';
import { localeOf } from '../../platform/http/locale.ts';
import { fragment, page, useLayout } from '../../platform/http/page.ts';
import { flash } from '../../platform/http/reply.ts';
import { translate } from '../../platform/i18n/translate.ts';
import { type Access, can } from '../access/access.ts';
import { enter } from '../access/enter.ts';
import { searchAtDoor } from '../attendance/door-search.ts';
import { doorPlan } from '../door-plan/door-plan.ts';
import { decideDouble } from './decide-double.ts';
import { decideStray } from './decide-stray.ts';
import { doubles, doublesWaiting } from './doubles.ts';
import { DoubleInput, StrayInput } from './input.ts';
import { countModel, reconciliationModel } from './present.ts';
import type { TypedForm } from './present-form.ts';
import { strays, straysWaiting } from './strays.ts';
import { views } from './views.ts';

/** Where contradictions at the doors are looked at, side by side. */
export function routes(): Router {
  const router = Router();
  const desk = useLayout('desk');
  router.get(paths.reconciliation(anEvent), desk, showCases);
  router.post(paths.decideDouble(anEvent), desk, decideOnDouble);
  router.post(paths.decideStray(anEvent), desk, decideOnStray);
  return router;
}

async function showCases(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'attendance.view');
  const { part } = req.query;
  if (part !== 'count' && part !== 'badge') return casesPage(access, res, null);
  const [found, uploads] = await Promise.all([doublesWaiting(access), straysWaiting(access)]);
  const count = found + uploads;
  const model = countModel(access.event, count, localeOf(res));
  if (part === 'count') return fragment(res, views, 'reconciliation/_count', model);
  fragment(res, views, 'reconciliation/_badge', { count, text: model.text });
}

async function decideOnDouble(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'attendance.reconcile');
  await submit(req, res, DoubleInput, {
    act: async (input) => {
      await decideDouble(access, input);
      noted(req, res, access);
    },
    again: async (form) => casesPage(access, res, await typedIn(access, form, form.values['about'])),
  });
}

async function decideOnStray(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'attendance.reconcile');
  await submit(req, res, StrayInput, {
    act: async (input) => {
      await decideStray(access, input);
      noted(req, res, access);
    },
    again: async (form) => casesPage(access, res, await typedIn(access, form, form.values['stray'])),
  });
}

function noted(req: Request, res: Response, { event }: Access): void {
  flash(req, 'good', translate(localeOf(res), 'reconciliation.noted'));
  res.redirect(303, paths.reconciliation(event));
}

/** With everybody whom the typed words may mean, so that one of them can be chosen. */
async function typedIn(access: Access, form: FormState, about: unknown): Promise<TypedForm> {
  const q = form.values['q'];
  const candidates = typeof q === 'string' && q.trim() ? await searchAtDoor(access, q.slice(0, 100)) : [];
  return { about: typeof about === 'string' ? about : '', form, candidates };
}

async function casesPage(access: Access, res: Response, typed: TypedForm | null): Promise<void> {
  const title = translate(localeOf(res), 'reconciliation.title');
  page(res, views, 'reconciliation/index', await casesFor(access, res, typed), { title });
}

async function casesFor(access: Access, res: Response, typed: TypedForm | null) {
  const { event } = access;
  const [contradictions, uploads, plan] = await Promise.all([
    doubles(access),
    strays(access),
    doorPlan(event),
  ]);
  const canDecide = can(access, 'attendance.reconcile');
  const facts = { event, doubles: contradictions, strays: uploads, lists: plan.lists, canDecide, typed };
  return reconciliationModel(facts, localeOf(res));
}
