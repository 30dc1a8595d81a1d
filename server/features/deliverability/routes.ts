import { type Request, type Response, Router } from 'express';
import { paths } from '../../paths.ts';
import { type FormState, submit } from '../../platform/http/form.ts';
import { parse } from '../../platform/http/input.ts';
import { localeOf } from '../../platform/http/locale.ts';
import { page, useLayout } from '../../platform/http/page.ts';
import { flash } from '../../platform/http/reply.ts';
import { siteOf } from '../../platform/http/site.ts';
import { translate } from '../../platform/i18n/translate.ts';
import { enterOffice } from '../access/enter.ts';
import { isOwnServer } from '../mail/own-server.ts';
import { resumeDomain } from '../mail/pace-lane.ts';
import { setWarmUp, warmUpNow } from '../mail/warm-up.ts';
import { examineAnew, examineOnce } from './campaign-obstacles.ts';
import { DomainInput, WarmUpInput } from './input.ts';
import type { Installation } from './examine.ts';
import { lastTrial } from './last-trial.ts';
import { mailboxOf } from './mailbox-of.ts';
import { deliverabilityPage } from './present.ts';
import { sendTrial } from './send-trial.ts';
import { slowDomains } from './slow-domains.ts';
import { views } from './views.ts';

/** Whether mails arrive, and what to do when they do not: for administrators. */
export function routes(): Router {
  const router = Router();
  const desk = useLayout('desk');
  router.get(paths.deliverability, desk, show);
  router.post(paths.examineDelivery, desk, lookAgain);
  router.post(paths.trialMail, desk, sendRound);
  router.post(paths.resumeDomain, desk, goOn);
  router.post(paths.warmUp, desk, saveWarmUp);
  return router;
}

async function show(req: Request, res: Response): Promise<void> {
  enterOffice(req, 'mail.administer');
  await showPage(req, res);
}

async function showPage(req: Request, res: Response, form: FormState | null = null): Promise<void> {
  const { outlet, mailFrom, sendsMail, timeZone } = siteOf(req);
  const [findings, domains, warmUp, trial] = await Promise.all([
    examineOnce(installationOf(req)),
    slowDomains(),
    warmUpNow(),
    lastTrial(),
  ]);
  const own = isOwnServer(outlet.smtpUrl, mailFrom.address);
  const readsMail = outlet.returnPath !== null;
  const facts = { findings, domains, warmUp, trial, sendsMail, timeZone, readsMail, isOwnServer: own };
  const locale = localeOf(res);
  const title = translate(locale, 'deliverability.title');
  page(res, views, 'deliverability/index', deliverabilityPage(facts, locale, form), { title });
}

async function lookAgain(req: Request, res: Response): Promise<void> {
  enterOffice(req, 'mail.administer');
  await examineAnew(installationOf(req));
  res.redirect(303, paths.deliverability);
}

async function sendRound(req: Request, res: Response): Promise<void> {
  const access = enterOffice(req, 'mail.administer');
  const { outlet, mailFrom, secret } = siteOf(req);
  const to = await mailboxOf(access);
  await sendTrial(access, { secret: secret('mail'), returnPath: outlet.returnPath, from: mailFrom, to });
  flash(req, 'good', translate(localeOf(res), 'deliverability.trial.sent'));
  res.redirect(303, paths.deliverability);
}

async function goOn(req: Request, res: Response): Promise<void> {
  enterOffice(req, 'mail.administer');
  const { domain } = parse(DomainInput, req.body);
  await resumeDomain(domain);
  flash(req, 'good', translate(localeOf(res), 'deliverability.domain.resumed', { domain }));
  res.redirect(303, paths.deliverability);
}

async function saveWarmUp(req: Request, res: Response): Promise<void> {
  enterOffice(req, 'mail.administer');
  await submit(req, res, WarmUpInput, {
    act: async (input) => {
      await setWarmUp(input);
      flash(req, 'good', translate(localeOf(res), 'common.saved'));
      res.redirect(303, paths.deliverability);
    },
    again: (form) => showPage(req, res, form),
  });
}

function installationOf(req: Request): Installation {
  const { outlet, mailFrom } = siteOf(req);
  return { ...outlet, from: mailFrom };
}
