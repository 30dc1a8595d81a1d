import { type Request, type Response, Router } from 'express';
import { inLocale } from '../../../contract/localised.ts';
import { anEvent, paths } from '../../paths.ts';
import { type FormState, submit } from '../../platform/http/form.ts';
import { localeOf } from '../../platform/http/locale.ts';
import { page, useLayout } from '../../platform/http/page.ts';
import { flash } from '../../platform/http/reply.ts';
import { translate } from '../../platform/i18n/translate.ts';
import type { Access } from '../access/access.ts';
import { enter, enterOffice } from '../access/enter.ts';
import { cloneEvent } from './clone-event.ts';
import { cloneModel } from './clone-form.ts';
import { CloneInput } from './clone-input.ts';
import { cloneViews } from './clone-views.ts';

/** Making a new event from one that there is. */
export function cloneRoutes(): Router {
  const router = Router();
  const desk = useLayout('desk');
  router.get(paths.cloneEvent(anEvent), desk, askForClone);
  router.post(paths.cloneEvent(anEvent), desk, makeClone);
  return router;
}

async function askForClone(req: Request, res: Response): Promise<void> {
  enterOffice(req, 'events.create');
  showForm(res, await enter(req, 'events.export'), null);
}

async function makeClone(req: Request, res: Response): Promise<void> {
  const office = enterOffice(req, 'events.create');
  const access = await enter(req, 'events.export');
  await submit(req, res, CloneInput, {
    act: async (input) => {
      const event = await cloneEvent(access, office, input);
      const title = inLocale(access.event.title, localeOf(res));
      flash(req, 'good', translate(localeOf(res), 'events.cloned', { title }));
      res.redirect(303, paths.event(event));
    },
    again: (form) => showForm(res, access, form),
  });
}

function showForm(res: Response, { event }: Access, form: FormState | null): void {
  const title = translate(localeOf(res), 'events.clone.title');
  page(res, cloneViews, 'exchange/clone', cloneModel(localeOf(res), event, form), { title });
}
