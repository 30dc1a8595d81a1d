import { type Request, type Response, Router } from 'express';
import { anEvent, paths } from '../../paths.ts';
import { type FormState, submit } from '../../platform/http/form.ts';
import { parse } from '../../platform/http/input.ts';
import { localeOf } from '../../platform/http/locale.ts';
import { fragment, page, useLayout } from '../../platform/http/page.ts';
import { done, flash, wantsJson } from '../../platform/http/reply.ts';
import { siteOf } from '../../platform/http/site.ts';
import { translate } from '../../platform/i18n/translate.ts';
import type { Access } from '../access/access.ts';
import { enter } from '../access/enter.ts';
import { loadGuest } from '../guests/load-guest.ts';
import { RecordInput, UndoInput } from './input.ts';
import { recordModel } from './present-record.ts';
import { recordAnswer, undoAnswer } from './record-answer.ts';
import { sendLinkAnew } from './send-link-anew.ts';
import { views } from './views.ts';

export function recordRoutes(): Router {
  const router = Router();
  const desk = useLayout('desk');
  router.get(paths.recordAnswer(anEvent, ':guest'), desk, showForm);
  router.post(paths.recordAnswer(anEvent, ':guest'), desk, record);
  router.post(paths.undoAnswer(anEvent, ':guest'), desk, undo);
  router.post(paths.sendLinkAnew(anEvent, ':guest'), desk, sendLink);
  return router;
}

async function showForm(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'invitations.record-answer');
  await formPage(req, res, { access, form: null });
}

async function record(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'invitations.record-answer');
  const id = String(req.params['guest']);
  await submit(req, res, RecordInput, {
    act: async (input) => {
      const guest = await recordAnswer(access, id, { input, from: siteOf(req).mailFrom });
      done(req, res, paths.guest(access.event, guest));
    },
    again: (form) => formPage(req, res, { access, form }),
  });
}

async function undo(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'invitations.record-answer');
  const { event } = access;
  const { seen, back } = parse(UndoInput, req.body ?? {});
  const guest = await undoAnswer(access, String(req.params['guest']), seen);
  const places = {
    record: paths.recordAnswer(event, guest),
    board: paths.invitations(event),
    guest: paths.guest(event, guest),
  };
  if (!wantsJson(req)) flash(req, 'good', translate(localeOf(res), 'invitations.record.undone'));
  done(req, res, places[back]);
}

async function sendLink(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'invitations.send');
  const { mailFrom: from, secret } = siteOf(req);
  const id = String(req.params['guest']);
  const guest = await sendLinkAnew(access, id, { from, linkKey: secret('guest-link') });
  if (!wantsJson(req)) flash(req, 'good', translate(localeOf(res), 'secretaries.link.sent'));
  done(req, res, paths.recordAnswer(access.event, guest));
}

async function formPage(
  req: Request,
  res: Response,
  { access, form }: { access: Access; form: FormState | null },
): Promise<void> {
  const guest = await loadGuest(access, String(req.params['guest']));
  const model = recordModel({ event: access.event, guest, form }, localeOf(res));
  if (req.query['part'] === 'panel') return fragment(res, views, 'invitations/_record', model);
  page(res, views, 'invitations/record', model, {
    title: translate(localeOf(res), 'invitations.record-title', { name: model.name }),
  });
}
