import { type Request, type Response, Router } from 'express';
import { anEvent, paths } from '../../paths.ts';
import { NotFound } from '../../platform/errors.ts';
import { parse } from '../../platform/http/input.ts';
import { localeOf } from '../../platform/http/locale.ts';
import { fragment, page, useLayout } from '../../platform/http/page.ts';
import { done, flash } from '../../platform/http/reply.ts';
import { siteOf } from '../../platform/http/site.ts';
import { translate } from '../../platform/i18n/translate.ts';
import { enter } from '../access/enter.ts';
import { cancelMail } from './cancel-mail.ts';
import { MailQuery, readCursor } from './input.ts';
import { mailFrame } from './mail-frame.ts';
import { countMails, findMail, listMails } from './outbox.ts';
import { listModel, mailModel } from './present.ts';
import { readMail } from './read-mail.ts';
import { resendMail } from './resend-mail.ts';
import { views } from './views.ts';

export function routes(): Router {
  const router = Router();
  const desk = useLayout('desk');
  router.get(paths.mailbox(anEvent), desk, showList);
  router.get(paths.mail(anEvent, ':mail'), desk, showMail);
  router.get(paths.mailBody(anEvent, ':mail'), showBody);
  router.post(paths.resendMail(anEvent, ':mail'), resend);
  router.post(paths.cancelMail(anEvent, ':mail'), cancel);
  return router;
}

async function showList(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'mail.view');
  const { state, after } = parse(MailQuery, req.query);
  const from = readCursor(after);
  const [found, counts] = await Promise.all([
    listMails(access, { ...(state ? { state } : {}), ...(from ? { after: from } : {}) }),
    countMails(access),
  ]);
  const { sendsMail } = siteOf(req);
  const model = listModel(access, { page: found, counts, state, after, sendsMail }, localeOf(res));
  if (req.query['part'] === 'list') return fragment(res, views, 'mail/_list', model);
  page(res, views, 'mail/index', model, { title: translate(localeOf(res), 'mailbox.title') });
}

async function showMail(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'mail.view');
  const mail = await findMail(access, String(req.params['mail']));
  const read = mail.raw && (await readMail(mail.raw));
  const { timeZone } = access.event;
  const model = mailModel(access, { mail, read, timeZone }, localeOf(res));
  if (req.query['part'] === 'mail') return fragment(res, views, 'mail/_mail', model);
  page(res, views, 'mail/show', model, { title: model.subject });
}

async function showBody(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'mail.view');
  const mail = await findMail(access, String(req.params['mail']));
  if (!mail.raw) throw new NotFound('mail.unknown');
  const { headers, html } = await mailFrame(mail.raw);
  res.set(headers).type('html').send(html);
}

async function resend(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'mail.manage');
  const id = String(req.params['mail']);
  await resendMail(access, id);
  flash(req, 'good', translate(localeOf(res), 'mailbox.resent'));
  done(req, res, paths.mail(access.event, id));
}

async function cancel(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'mail.manage');
  const id = String(req.params['mail']);
  await cancelMail(access, id);
  flash(req, 'note', translate(localeOf(res), 'mailbox.cancelled'));
  done(req, res, paths.mail(access.event, id));
}
