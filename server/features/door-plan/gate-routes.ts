import { type Request, type Response, Router } from 'express';
import { anEvent, paths } from '../../paths.ts';
import { type FormState, submit } from '../../platform/http/form.ts';
import { parse } from '../../platform/http/input.ts';
import { localeOf } from '../../platform/http/locale.ts';
import { page, useLayout } from '../../platform/http/page.ts';
import type { Access } from '../access/access.ts';
import { enter } from '../access/enter.ts';
import { GateInput, ProfileInput, RevInput } from './input.ts';
import { planFacts } from './plan-facts.ts';
import { gateFormModel, profileFormModel } from './present-forms.ts';
import { removeGate } from './remove-gate.ts';
import { removeProfile } from './remove-profile.ts';
import { gateIn, saveGate } from './save-gate.ts';
import { profileIn, saveProfile } from './save-profile.ts';
import { views } from './views.ts';

interface Typed {
  /** Null for a new one. */
  id: string | null;
  form: FormState | null;
}

export function gateAndProfileRoutes(): Router {
  const router = Router();
  const inDesk = useLayout('desk');
  router.get([paths.newGate(anEvent), paths.gate(anEvent, ':gate')], inDesk, showGate);
  router.post([paths.newGate(anEvent), paths.gate(anEvent, ':gate')], inDesk, keepGate);
  router.post(paths.removeGate(anEvent, ':gate'), dropGate);
  router.get([paths.newDoorProfile(anEvent), paths.doorProfile(anEvent, ':profile')], inDesk, showProfile);
  router.post([paths.newDoorProfile(anEvent), paths.doorProfile(anEvent, ':profile')], inDesk, keepProfile);
  router.post(paths.removeDoorProfile(anEvent, ':profile'), dropProfile);
  return router;
}

async function showGate(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'door-plan.edit');
  await gatePage(access, res, { id: idIn(req, 'gate'), form: null });
}

async function keepGate(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'door-plan.edit');
  const id = idIn(req, 'gate');
  await submit(req, res, GateInput, {
    act: async (input) => {
      await saveGate(access, id, input);
      res.redirect(303, paths.doorPlan(access.event));
    },
    again: (form) => gatePage(access, res, { id, form }),
  });
}

async function dropGate(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'door-plan.edit');
  await removeGate(access, String(req.params['gate']), parse(RevInput, req.body).rev);
  res.redirect(303, paths.doorPlan(access.event));
}

async function showProfile(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'door-plan.edit');
  await profilePage(access, res, { id: idIn(req, 'profile'), form: null });
}

async function keepProfile(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'door-plan.edit');
  const id = idIn(req, 'profile');
  await submit(req, res, ProfileInput, {
    act: async (input) => {
      await saveProfile(access, id, input);
      res.redirect(303, paths.doorPlan(access.event));
    },
    again: (form) => profilePage(access, res, { id, form }),
  });
}

async function dropProfile(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'door-plan.edit');
  await removeProfile(access, String(req.params['profile']), parse(RevInput, req.body).rev);
  res.redirect(303, paths.doorPlan(access.event));
}

function idIn(req: Request, name: string): string | null {
  const id = req.params[name];
  return id === undefined ? null : String(id);
}

async function gatePage({ event }: Access, res: Response, { id, form }: Typed): Promise<void> {
  const facts = await planFacts(event);
  const stored = id === null ? null : gateIn(facts.plan.gates, id);
  const model = gateFormModel({ facts, stored, form }, localeOf(res));
  page(res, views, 'door-plan/gate', model, { title: model.title });
}

async function profilePage({ event }: Access, res: Response, { id, form }: Typed): Promise<void> {
  const facts = await planFacts(event);
  const stored = id === null ? null : profileIn(facts.plan.profiles, id);
  const model = profileFormModel({ facts, stored, form }, localeOf(res));
  page(res, views, 'door-plan/profile', model, { title: model.title });
}
