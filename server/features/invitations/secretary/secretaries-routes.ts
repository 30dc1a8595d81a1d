import { type Request, type Response, Router } from 'express';
import { paths } from '../../../paths.ts';
import { parse } from '../../../platform/http/input.ts';
import { localeOf } from '../../../platform/http/locale.ts';
import { page, useLayout } from '../../../platform/http/page.ts';
import { done, flash, wantsJson } from '../../../platform/http/reply.ts';
import { siteOf } from '../../../platform/http/site.ts';
import { translate } from '../../../platform/i18n/translate.ts';
import { enter } from '../../access/enter.ts';
import { LinkInput } from '../input.ts';
import { secretariesModel } from './present-secretaries.ts';
import { secretaryList } from './secretary-list.ts';
import { views } from './secretary-views.ts';
import { sendSecretaryLink } from './send-secretary-link.ts';

const anEvent = { slug: ':event' };

/** For the organisers: who answers for whom, and the link to each of them. */
export function secretariesRoutes(): Router {
  const router = Router();
  const desk = useLayout('desk');
  router.get(paths.secretaries(anEvent), desk, showList);
  router.post(paths.secretaries(anEvent), desk, send);
  return router;
}

async function showList(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'guests.view-contact-details');
  const locale = localeOf(res);
  const model = secretariesModel(access, await secretaryList(access), locale);
  page(res, views, 'invitations/secretaries', model, { title: translate(locale, 'secretaries.title') });
}

async function send(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'invitations.send');
  const { email } = parse(LinkInput, req.body);
  const { mailFrom: from, secret } = siteOf(req);
  const link = await sendSecretaryLink(access, email, { from, linkKey: secret('guest-link') });
  if (!wantsJson(req)) {
    flash(req, 'good', translate(localeOf(res), 'secretaries.sent', { name: link.name || link.email }));
  }
  done(req, res, paths.secretaries(access.event));
}
