import { type Request, type Response, Router } from 'express';
import { inLocale } from '../../../contract/localised.ts';
import { paths } from '../../paths.ts';
import { NotFound } from '../../platform/errors.ts';
import { localeOf } from '../../platform/http/locale.ts';
import { page, useLayout } from '../../platform/http/page.ts';
import { personalPage } from '../../platform/http/security.ts';
import { siteOf } from '../../platform/http/site.ts';
import { translate } from '../../platform/i18n/translate.ts';
import { senderOf } from './sender-of.ts';
import { isUnsubscribed, subscribeAgain, unsubscribe } from './unsubscribe.ts';
import { readUnsubscribeToken, type UnsubscribeClaim } from './unsubscribe-token.ts';
import { views } from './views.ts';

type ByToken = Request<{ token: string }>;

/** The page behind the link to unsubscribe, for people. Opening it changes nothing: scanners open every link. */
export function unsubscribeRoutes(): Router {
  const router = Router();
  const personal = [personalPage, useLayout('site')];
  router.get(paths.unsubscribe(':token'), ...personal, askWhether);
  router.post(paths.stopWriting(':token'), ...personal, stopWriting);
  router.post(paths.subscribeAgain(':token'), ...personal, writeAgain);
  return router;
}

async function askWhether(req: ByToken, res: Response): Promise<void> {
  const claim = claimOf(req);
  const { token } = req.params;
  const locale = localeOf(res);
  const names = await senderOf(claim);
  const model = {
    isStopped: await isUnsubscribed(claim),
    sender: names === null ? '' : inLocale(names, locale),
    stop: paths.stopWriting(token),
    again: paths.subscribeAgain(token),
  };
  page(res, views, 'mail/unsubscribe', model, { title: translate(locale, 'unsubscribe.title') });
}

async function stopWriting(req: ByToken, res: Response): Promise<void> {
  await unsubscribe(claimOf(req));
  res.redirect(303, paths.unsubscribe(req.params.token));
}

async function writeAgain(req: ByToken, res: Response): Promise<void> {
  await subscribeAgain(claimOf(req));
  res.redirect(303, paths.unsubscribe(req.params.token));
}

function claimOf(req: ByToken): UnsubscribeClaim {
  const claim = readUnsubscribeToken({ secret: siteOf(req).secret('mail') }, req.params.token);
  if (!claim) throw new NotFound('unsubscribe.unknown');
  return claim;
}
