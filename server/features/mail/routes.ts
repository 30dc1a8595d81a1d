import { type Request, type Response, Router } from 'express';
import { paths } from '../../paths.ts';
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
import { countMails, findMail, listMails } from './outbox.ts';
import { listModel, mailModel } from './present.ts';
import { readMail } from './read-mail.ts';
import { resendMail } from './resend-mail.ts';
import { views } from './views.ts';

export function routes(): Router {
  const router = Router();
  const desk = useLayout('desk');
  router.get('/events/:event/mail', desk, showList);
  router.get('/events/:event/mail/:mail', desk, showMail);
  router.get('/events/:event/mail/:mail/body', showBody);
  router.post('/events/:event/mail/:mail/resend', resend);
  router.post('/events/:event/mail/:mail/cancel', cancel);
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
  const model = mailModel(access, { mail, read }, localeOf(res));
  if (req.query['part'] === 'state') return fragment(res, views, 'mail/_state', model);
  page(res, views, 'mail/show', model, { title: model.subject });
}

// The mail is shown as what it is, a stranger's page: no script, nothing fetched, no rights of ours. Its links open
// outside the frame, where the guest's page works as it does for the guest.
const framePolicy = [
  "default-src 'none'",
  'img-src data:',
  "style-src 'unsafe-inline'",
  "frame-ancestors 'self'",
  'sandbox allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation',
].join('; ');

async function showBody(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'mail.view');
  const mail = await findMail(access, String(req.params['mail']));
  if (!mail.raw) throw new NotFound('mail.unknown');
  const { html } = await readMail(mail.raw);
  res.setHeader('Content-Security-Policy', framePolicy);
  res.setHeader('Cache-Control', 'no-store');
  res.setHeader('Referrer-Policy', 'no-referrer');
  res.type('html').send(html.replace(/<head>/i, '<head><base target="_blank">'));
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
