import { type Request, type Response, Router } from 'express';
import { anEvent, paths } from '../../paths.ts';
import { Refused } from '../../platform/errors.ts';
import { type FormState, submit } from '../../platform/http/form.ts';
import { rearranged } from '../../platform/http/form-rows.ts';
import { parse } from '../../platform/http/input.ts';
import { localeOf } from '../../platform/http/locale.ts';
import { page, useLayout } from '../../platform/http/page.ts';
import { translate } from '../../platform/i18n/translate.ts';
import type { Access } from '../access/access.ts';
import { enter } from '../access/enter.ts';
import { awardList } from '../awards/award-list.ts';
import { draftRecap, isWritten } from './draft-recap.ts';
import { PublishInput, RecapInput, UnpublishInput } from './input.ts';
import { loadRecap } from './load-recap.ts';
import { loadReport } from './load-report.ts';
import { articleModel } from './present-article.ts';
import { draftedText } from './present-draft.ts';
import { publishRecap, unpublishRecap } from './publish-recap.ts';
import { recapFacts } from './recap-facts.ts';
import { type RecapFormFacts, recapFormModel, redrafted, textTyped } from './recap-form.ts';
import { saveRecap } from './save-recap.ts';
import { views } from './views.ts';

export function routes(): Router {
  const router = Router();
  router.get(paths.recap(anEvent), useLayout('desk'), showRecap);
  router.post(paths.recap(anEvent), useLayout('desk'), changeRecap);
  router.post(paths.draftRecap(anEvent), useLayout('desk'), draft);
  router.get(paths.previewRecap(anEvent), useLayout('site'), preview);
  router.post(paths.publishRecap(anEvent), useLayout('desk'), publish);
  router.post(paths.unpublishRecap(anEvent), unpublish);
  return router;
}

async function showRecap(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'recap.view');
  await formPage(res, access, { form: null, other: null });
}

async function changeRecap(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'recap.edit');
  const form = rearranged(req.body ?? {}, ['photos']);
  if (form) return formPage(res, access, { form, other: null });
  await submit(req, res, RecapInput, {
    act: async (input) => {
      await saveRecap(access, input);
      res.redirect(303, paths.recap(access.event));
    },
    again: (typed) => formAgain(res, access, typed),
  });
}

/** Writes into an empty item at once; beside a written one the draft only fills the form. */
async function draft(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'recap.edit');
  const values: Record<string, unknown> = req.body ?? {};
  const drafted = draftedText(await recapFacts(access));
  const recap = await loadRecap(access.event);
  const typed = textTyped(values);
  if (!isWritten(recap) && !isWritten(typed)) {
    await draftRecap(access, drafted);
    return res.redirect(303, paths.recap(access.event));
  }
  // Without the rest of the form its photographs and credits would be lost with the next save.
  if (values['rev'] === undefined) throw new Refused('recap.already-written');
  const text = isWritten(typed) ? typed : recap;
  await formPage(res, access, { form: redrafted(values, drafted), other: { kind: 'before', text } });
}

async function publish(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'recap.edit');
  await submit(req, res, PublishInput, {
    act: async (input) => {
      await publishRecap(access, input);
      res.redirect(303, paths.recap(access.event));
    },
    again: (typed) => formAgain(res, access, typed),
  });
}

async function unpublish(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'recap.edit');
  await unpublishRecap(access, parse(UnpublishInput, req.body).rev);
  res.redirect(303, paths.recap(access.event));
}

async function preview(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'recap.view');
  const { event } = access;
  const [recap, report, awards] = await Promise.all([loadRecap(event), loadReport(event), awardList(access)]);
  const to = { locale: localeOf(res), back: paths.recap(event), isPreview: true };
  const model = articleModel({ event, recap, report, awards }, to);
  page(res, views, 'recap/article', model, { title: model.headline });
}

/** What was typed, and beside it what somebody else has saved in the meantime. */
async function formAgain(res: Response, access: Access, form: FormState): Promise<void> {
  const { headline, lead, body } = await loadRecap(access.event);
  const other = form.refused ? { kind: 'stored' as const, text: { headline, lead, body } } : null;
  await formPage(res, access, { form, other });
}

async function formPage(
  res: Response,
  { event }: Access,
  wanted: { form: FormState | null; other: RecapFormFacts['other'] },
): Promise<void> {
  const facts = { event, recap: await loadRecap(event), other: wanted.other };
  const model = recapFormModel(facts, localeOf(res), wanted.form);
  page(res, views, 'recap/form', model, { title: translate(localeOf(res), 'recap.title') });
}
