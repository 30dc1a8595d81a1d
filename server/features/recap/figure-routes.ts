import { type Request, type Response, Router } from 'express';
import { anEvent, paths } from '../../paths.ts';
import { type FormState, submit } from '../../platform/http/form.ts';
import { rearranged } from '../../platform/http/form-rows.ts';
import { localeOf } from '../../platform/http/locale.ts';
import { page, useLayout } from '../../platform/http/page.ts';
import { flash } from '../../platform/http/reply.ts';
import { translate } from '../../platform/i18n/translate.ts';
import { type Access, can } from '../access/access.ts';
import { enter } from '../access/enter.ts';
import { figuresFormModel, reportLists } from './figures-form.ts';
import { ReportInput } from './input.ts';
import { loadReport } from './load-report.ts';
import { figuresModel } from './present-figures.ts';
import { saveReport } from './save-report.ts';
import { views } from './views.ts';

export function figureRoutes(): Router {
  const router = Router();
  router.get(paths.figures(anEvent), useLayout('desk'), showFigures);
  router.get(paths.editFigures(anEvent), useLayout('desk'), editFigures);
  router.post(paths.editFigures(anEvent), useLayout('desk'), changeFigures);
  return router;
}

async function showFigures(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'recap.view');
  const to = { locale: localeOf(res), canEdit: can(access, 'recap.edit') };
  const model = figuresModel(access.event, await loadReport(access.event), to);
  page(res, views, 'recap/figures', model, { title: translate(to.locale, 'figures.title') });
}

async function editFigures(req: Request, res: Response): Promise<void> {
  await formPage(res, await enter(req, 'recap.edit'), null);
}

async function changeFigures(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'recap.edit');
  const form = rearranged(req.body ?? {}, reportLists);
  if (form) return formPage(res, access, form);
  await submit(req, res, ReportInput, {
    act: async (input) => {
      await saveReport(access, input);
      flash(req, 'good', translate(localeOf(res), 'figures.saved'));
      res.redirect(303, paths.figures(access.event));
    },
    again: (typed) => formPage(res, access, typed),
  });
}

async function formPage(res: Response, access: Access, form: FormState | null): Promise<void> {
  const locale = localeOf(res);
  const model = figuresFormModel(access.event, await loadReport(access.event), { locale, form });
  page(res, views, 'recap/figures-form', model, { title: translate(locale, 'figures.edit-title') });
}
