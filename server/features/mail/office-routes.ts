import { type Request, type Response, Router } from 'express';
import { paths } from '../../paths.ts';
import { NotFound } from '../../platform/errors.ts';
import { parse } from '../../platform/http/input.ts';
import { localeOf } from '../../platform/http/locale.ts';
import { fragment, page, useLayout } from '../../platform/http/page.ts';
import { done, flash } from '../../platform/http/reply.ts';
import { siteOf } from '../../platform/http/site.ts';
import { translate } from '../../platform/i18n/translate.ts';
import { enterOffice } from '../access/enter.ts';
import { cancelMail } from './cancel-mail.ts';
import { LiftInput, MailQuery, readCursor } from './input.ts';
import { liftSuppression } from './lift-suppression.ts';
import { mailFrame } from './mail-frame.ts';
import { countMails, findMail, listMails } from './outbox.ts';
import { stopListModel } from './present-stop-list.ts';
import { listModel, mailModel } from './present.ts';
import { readMail } from './read-mail.ts';
import { resendMail } from './resend-mail.ts';
import { stopList } from './stop-list.ts';
import { views } from './views.ts';

/** For administrators: mails outside events, and the addresses nobody is to write to. */
export function officeRoutes(): Router {
  const router = Router();
  const desk = useLayout('desk');
  router.get(paths.officeMailbox, desk, showList);
  router.get(paths.officeMail(':mail'), desk, showMail);
  router.get(paths.officeMailBody(':mail'), showBody);
  router.post(paths.resendOfficeMail(':mail'), resend);
  router.post(paths.cancelOfficeMail(':mail'), cancel);
  router.get(paths.stopList, desk, showStopList);
  router.post(paths.liftSuppression, desk, lift);
  return router;
}

async function showList(req: Request, res: Response): Promise<void> {
  const access = enterOffice(req, 'mail.administer');
  const { state, after } = parse(MailQuery, req.query);
  const from = readCursor(after);
  const [found, counts] = await Promise.all([
    listMails(access, { ...(state ? { state } : {}), ...(from ? { after: from } : {}) }),
    countMails(access),
  ]);
  const { sendsMail } = siteOf(req);
  const locale = localeOf(res);
  const model = listModel(access, { page: found, counts, state, after, sendsMail }, locale);
  if (req.query['part'] === 'list') return fragment(res, views, 'mail/_list', model);
  page(res, views, 'mail/index', model, { title: translate(locale, 'office-mail.title') });
}

async function showMail(req: Request, res: Response): Promise<void> {
  const access = enterOffice(req, 'mail.administer');
  const mail = await findMail(access, String(req.params['mail']));
  const read = mail.raw && (await readMail(mail.raw));
  const model = mailModel(access, { mail, read, timeZone: siteOf(req).timeZone }, localeOf(res));
  if (req.query['part'] === 'mail') return fragment(res, views, 'mail/_mail', model);
  page(res, views, 'mail/show', model, { title: model.subject });
}

async function showBody(req: Request, res: Response): Promise<void> {
  const access = enterOffice(req, 'mail.administer');
  const mail = await findMail(access, String(req.params['mail']));
  if (!mail.raw) throw new NotFound('mail.unknown');
  const { headers, html } = await mailFrame(mail.raw);
  res.set(headers).type('html').send(html);
}

async function resend(req: Request, res: Response): Promise<void> {
  const access = enterOffice(req, 'mail.administer');
  const id = String(req.params['mail']);
  await resendMail(access, id);
  flash(req, 'good', translate(localeOf(res), 'mailbox.resent'));
  done(req, res, paths.officeMail(id));
}

async function cancel(req: Request, res: Response): Promise<void> {
  const access = enterOffice(req, 'mail.administer');
  const id = String(req.params['mail']);
  await cancelMail(access, id);
  flash(req, 'note', translate(localeOf(res), 'mailbox.cancelled'));
  done(req, res, paths.officeMail(id));
}

async function showStopList(req: Request, res: Response): Promise<void> {
  enterOffice(req, 'mail.administer');
  const from = readCursor(parse(MailQuery, req.query).after);
  const found = await stopList(from && { at: from.queuedAt, id: from.id });
  const locale = localeOf(res);
  page(res, views, 'mail/stop-list', stopListModel(found, locale), {
    title: translate(locale, 'stop-list.title'),
  });
}

async function lift(req: Request, res: Response): Promise<void> {
  const access = enterOffice(req, 'mail.administer');
  const { id } = parse(LiftInput, req.body);
  const hint = await liftSuppression(access, id);
  flash(req, 'good', translate(localeOf(res), 'stop-list.lifted', { hint }));
  done(req, res, paths.stopList);
}
