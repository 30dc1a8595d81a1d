import { type Request, type Response, Router } from 'express';
import { paths } from '../../../paths.ts';
import { type FormState, submit } from '../../../platform/http/form.ts';
import { rearranged } from '../../../platform/http/form-rows.ts';
import { localeOf } from '../../../platform/http/locale.ts';
import { fragment, page, useLayout } from '../../../platform/http/page.ts';
import { flash } from '../../../platform/http/reply.ts';
import { translate } from '../../../platform/i18n/translate.ts';
import type { Access } from '../../access/access.ts';
import { enter } from '../../access/enter.ts';
import { answerCounts } from './answer-counts.ts';
import { draftForm } from './draft-form.ts';
import { questionList, replyFormModel, sketchModel } from './present-reply-form.ts';
import { ReplyFormInput } from './reply-form-input.ts';
import { views } from './reply-form-views.ts';
import { saveQuestions } from './save-questions.ts';

const anEvent = { slug: ':event' };

/** Where organisers decide what guests are asked. */
export function replyFormRoutes(): Router {
  const router = Router();
  const desk = useLayout('desk');
  router.get(paths.replyForm(anEvent), desk, showForm);
  router.post(paths.replyForm(anEvent), desk, keepForm);
  router.post(paths.replyFormPreview(anEvent), desk, showSketch);
  return router;
}

async function showForm(req: Request, res: Response): Promise<void> {
  await formPage(res, await enter(req, 'invitations.edit'), null);
}

async function keepForm(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'invitations.edit');
  const form = rearranged(req.body ?? {}, [questionList]);
  if (form) return formPage(res, access, form);
  await submit(req, res, ReplyFormInput, {
    act: async (input) => {
      await saveQuestions(access, input);
      flash(req, 'good', translate(localeOf(res), 'common.saved'));
      res.redirect(303, paths.replyForm(access.event));
    },
    again: async (typed) => formPage(res, await enter(req, 'invitations.edit'), typed),
  });
}

/** Half a form draws nothing; the last drawing stays. */
async function showSketch(req: Request, res: Response): Promise<void> {
  await enter(req, 'invitations.edit');
  const typed = ReplyFormInput.safeParse(req.body);
  if (!typed.success) return void res.status(204).end();
  fragment(res, views, 'invitations/_sketch', sketchModel(draftForm(typed.data), localeOf(res)));
}

async function formPage(res: Response, access: Access, form: FormState | null): Promise<void> {
  const locale = localeOf(res);
  const model = replyFormModel({ event: access.event, counts: await answerCounts(access), form, locale });
  page(res, views, 'invitations/reply-form', model, { title: translate(locale, 'reply-form.editor.title') });
}
