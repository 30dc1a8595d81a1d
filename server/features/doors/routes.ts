import { type Request, type Response, Router } from 'express';
import type { Door } from '../../../models/door.ts';
import { anEvent, paths } from '../../paths.ts';
import { now } from '../../platform/clock.ts';
import { type FormState, submit } from '../../platform/http/form.ts';
import { parse } from '../../platform/http/input.ts';
import { localeOf } from '../../platform/http/locale.ts';
import { fragment, page, useLayout } from '../../platform/http/page.ts';
import { flash } from '../../platform/http/reply.ts';
import { personalPage } from '../../platform/http/security.ts';
import { siteOf } from '../../platform/http/site.ts';
import { translate } from '../../platform/i18n/translate.ts';
import { type Access, can } from '../access/access.ts';
import { enter } from '../access/enter.ts';
import { addUsualProfile } from '../door-plan/add-usual-profile.ts';
import { doorPlan } from '../door-plan/door-plan.ts';
import { addDoor } from './add-door.ts';
import { changeProfile } from './change-profile.ts';
import { doors } from './doors.ts';
import { DoorInput, DoorsQuery, ProfileChoice } from './input.ts';
import { linkModel, waitingModel } from './present-link.ts';
import { type DoorsFacts, doorsModel, rowsModel } from './present-doors.ts';
import { readQueueFile } from './queue-file.ts';
import { renewSecret } from './renew-secret.ts';
import { revokeDoor } from './revoke-door.ts';
import { takeQueue } from './take-queue.ts';
import { views } from './views.ts';

type OneDoor = Request<{ event: string; door: string }>;

/** The organisers' pages about the devices of an event. */
export function routes(): Router {
  const router = Router();
  router.get(paths.doors(anEvent), useLayout('desk'), listDoors);
  router.post(paths.doors(anEvent), personalPage, useLayout('desk'), createDoor);
  router.post(paths.doorQueue(anEvent), takeFile);
  router.post(paths.renewDoorSecret(anEvent, ':door'), personalPage, useLayout('desk'), showNewSecret);
  router.post(paths.changeDoorProfile(anEvent, ':door'), giveProfile);
  router.post(paths.revokeDoor(anEvent, ':door'), endDoor);
  return router;
}

async function listDoors(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'attendance.view');
  const { part, door } = parse(DoorsQuery, req.query);
  if (!part) return doorsPage(access, res, null);
  const facts = await factsOf(access);
  if (part === 'list') return fragment(res, views, 'doors/_list', rowsModel(facts, localeOf(res)));
  fragment(res, views, 'doors/_waiting', waitingModel(facts, door ?? ''));
}

/** The code is shown in this answer and nowhere else. A form that is sent again finds the name taken. */
async function createDoor(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'doors.manage');
  await submit(req, res, DoorInput, {
    act: async (input) => {
      await addUsualProfile(access, input.profile, (key) => translate(localeOf(res), key));
      const added = await addDoor(access, input);
      if (input.here) return res.redirect(303, paths.doorLink(added.secret));
      await linkPage(access, res, added);
    },
    again: (form) => doorsPage(access, res, form),
  });
}

async function takeFile(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'doors.manage');
  const { door, unreadable, ...counts } = await takeQueue(access, readQueueFile(req.file?.buffer));
  const { doubtful } = counts;
  const locale = localeOf(res);
  const taken = translate(locale, 'doors.queue-taken', { name: door, ...counts });
  const lost = unreadable > 0 ? translate(locale, 'doors.queue-records-lost', { count: unreadable }) : '';
  flash(req, doubtful + unreadable > 0 ? 'note' : 'good', [taken, lost].filter(Boolean).join(' '));
  res.redirect(303, doubtful > 0 ? paths.reconciliation(access.event) : paths.doors(access.event));
}

async function showNewSecret(req: OneDoor, res: Response): Promise<void> {
  const access = await enter(req, 'doors.manage');
  await linkPage(access, res, await renewSecret(access, req.params.door));
}

async function giveProfile(req: OneDoor, res: Response): Promise<void> {
  const access = await enter(req, 'doors.manage');
  await changeProfile(access, req.params.door, parse(ProfileChoice, req.body).profile);
  res.redirect(303, paths.doors(access.event));
}

async function endDoor(req: OneDoor, res: Response): Promise<void> {
  const access = await enter(req, 'doors.manage');
  const name = await revokeDoor(access, req.params.door);
  flash(req, 'good', translate(localeOf(res), 'doors.revoked', { name }));
  res.redirect(303, paths.doors(access.event));
}

async function linkPage(access: Access, res: Response, added: { door: Door; secret: string }): Promise<void> {
  const facts = await factsOf(access);
  const model = linkModel(added, { facts, site: siteOf(res.req).url });
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
