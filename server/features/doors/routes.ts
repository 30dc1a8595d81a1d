import { type Request, type Response, Router } from 'express';
import type { Door } from '../../../models/door.ts';
import { anEvent, paths } from '../../paths.ts';
import { now } from '../../platform/clock.ts';
import { type FormState, submit } from '../../platform/http/form.ts';
import { localeOf } from '../../platform/http/locale.ts';
import { fragment, page, useLayout } from '../../platform/http/page.ts';
import { flash } from '../../platform/http/reply.ts';
import { personalPage } from '../../platform/http/security.ts';
import { siteOf } from '../../platform/http/site.ts';
import { translate } from '../../platform/i18n/translate.ts';
import { type Access, can } from '../access/access.ts';
import { enter } from '../access/enter.ts';
import { doorPlan } from '../door-plan/door-plan.ts';
import { addDoor } from './add-door.ts';
import { doors } from './doors.ts';
import { DoorInput } from './input.ts';
import { linkModel } from './present-link.ts';
import { type DoorsFacts, doorsModel, rowsModel } from './present-doors.ts';
import { renewSecret } from './renew-secret.ts';
import { revokeDoor } from './revoke-door.ts';
import { views } from './views.ts';

type OneDoor = Request<{ event: string; door: string }>;

/** The organisers' pages about the devices of an event. */
export function routes(): Router {
  const router = Router();
  router.get(paths.doors(anEvent), useLayout('desk'), listDoors);
  router.post(paths.doors(anEvent), personalPage, useLayout('desk'), createDoor);
  router.post(paths.renewDoorSecret(anEvent, ':door'), personalPage, useLayout('desk'), showNewSecret);
  router.post(paths.revokeDoor(anEvent, ':door'), endDoor);
  return router;
}

async function listDoors(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'attendance.view');
  if (req.query['part'] !== 'list') return doorsPage(access, res, null);
  fragment(res, views, 'doors/_list', rowsModel(await factsOf(access), localeOf(res)));
}

/** The code is shown in this answer and nowhere else. A form that is sent again finds the name taken. */
async function createDoor(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'doors.manage');
  await submit(req, res, DoorInput, {
    act: async (input) => linkPage(access, res, await addDoor(access, input)),
    again: (form) => doorsPage(access, res, form),
  });
}

async function showNewSecret(req: OneDoor, res: Response): Promise<void> {
  const access = await enter(req, 'doors.manage');
  linkPage(access, res, await renewSecret(access, req.params.door));
}

async function endDoor(req: OneDoor, res: Response): Promise<void> {
  const access = await enter(req, 'doors.manage');
  const name = await revokeDoor(access, req.params.door);
  flash(req, 'good', translate(localeOf(res), 'doors.revoked', { name }));
  res.redirect(303, paths.doors(access.event));
}

function linkPage({ event }: Access, res: Response, added: { door: Door; secret: string }): void {
  const model = linkModel(added, { event, site: siteOf(res.req).url });
  const title = translate(localeOf(res), 'doors.link.title', { name: added.door.name });
  page(res, views, 'doors/link', model, { title, status: 201 });
}

async function doorsPage(access: Access, res: Response, form: FormState | null): Promise<void> {
  const locale = localeOf(res);
  const model = doorsModel({ ...(await factsOf(access)), form }, locale);
  page(res, views, 'doors/index', model, { title: translate(locale, 'doors.title') });
}

async function factsOf(access: Access): Promise<DoorsFacts> {
  const [all, plan] = await Promise.all([doors(access), doorPlan(access.event)]);
  return {
    event: access.event,
    doors: all,
    plan,
    can: { manage: can(access, 'doors.manage'), checkIn: can(access, 'attendance.check-in') },
    now: now(),
  };
}
