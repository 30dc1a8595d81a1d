import { type Request, type Response, Router } from 'express';
import { paths } from '../../paths.ts';
import { now } from '../../platform/clock.ts';
import { localeOf, preferLocale } from '../../platform/http/locale.ts';
import { page, useLayout, useTimeZone } from '../../platform/http/page.ts';
import { personalPage } from '../../platform/http/security.ts';
import { serviceWorker } from '../../platform/http/service-worker.ts';
import { siteOf } from '../../platform/http/site.ts';
import { translate } from '../../platform/i18n/translate.ts';
import { renderPdf } from '../../platform/pdf/render-pdf.ts';
import { qrPng } from '../../platform/qr.ts';
import { passTextOf } from '../passes/pass-of.ts';
import { passesDocument } from '../passes/pass-document.ts';
import { slugify } from '../../platform/text.ts';
import type { Invited } from './find-invited.ts';
import { invitedBy } from './guest-cookie.ts';
import { views } from './guest-views.ts';
import { holdsPass } from './has-pass.ts';
import { showLost } from './lost-page.ts';
import { gatesByCategory, passMark } from './pass-card.ts';
import { type CardFacts, passCard, passPage } from './present-pass.ts';
import { forgetPassAt, replyState } from './reply-state.ts';

/** What a guest shows at the door: on the telephone, as a picture, on paper. */
export function passPageRoutes(): Router {
  const router = Router();
  router.get(paths.passPage, personalPage, useLayout('site'), showPass);
  router.get(paths.passImage, personalPage, sendImage);
  router.get(paths.passFile, personalPage, sendFile);
  // Its scope reaches to the invitation itself, so that it notices when somebody else's link was opened.
  router.get(paths.passWorker, serviceWorker('pass-worker', paths.answer));
  return router;
}

async function showPass(req: Request, res: Response): Promise<void> {
  const invited = await invitedBy(req);
  if (!invited) return showLost(res, null);
  if (!mayEnter(invited)) return res.redirect(303, paths.answer);
  const facts = await factsFor(req, res, invited);
  const until = forgetPassAt(facts.event, now());
  res.setHeader('Rostrum-Pass', passMark(invited.guest));
  res.setHeader('Rostrum-Pass-Until', String(until.getTime()));
  const title = translate(facts.locale, 'invitations.pass.title');
  page(res, views, 'invitations/pass', passPage(facts, until), { title });
}

async function sendImage(req: Request, res: Response): Promise<void> {
  const invited = await invitedBy(req);
  if (!invited || !mayEnter(invited)) return res.redirect(303, paths.answer);
  const { event } = invited.access;
  const text = await passTextOf(event, invited.guest, siteOf(req).secret('pass'));
  res.setHeader('Content-Disposition', `attachment; filename="${event.slug}.png"`);
  res.type('png').send(qrPng(text, 16));
}

async function sendFile(req: Request, res: Response): Promise<void> {
  const invited = await invitedBy(req);
  if (!invited || !mayEnter(invited)) return res.redirect(303, paths.answer);
  const facts = await factsFor(req, res, invited);
  const card = passCard(facts);
  const heading = translate(facts.locale, 'invitations.pass.title');
  const about = { title: `${heading} – ${card.event}`, author: card.host };
  const pdf = await renderPdf(passesDocument([card], about, 'a6'), String(invited.guest._id));
  res
    .attachment(`${slugify(heading)}-${facts.event.slug}.pdf`)
    .type('pdf')
    .send(pdf);
}

async function factsFor(req: Request, res: Response, { access, guest }: Invited): Promise<CardFacts> {
  const { event } = access;
  preferLocale(req, res, guest.locale);
  useTimeZone(res, event.timeZone);
  const [text, gateFor] = await Promise.all([
    passTextOf(event, guest, siteOf(req).secret('pass')),
    gatesByCategory(event),
  ]);
  return { event, guest, locale: localeOf(res), text, gate: gateFor(guest.category) };
}

function mayEnter({ access, guest }: Invited): boolean {
  const state = replyState(access.event, guest, now());
  return holdsPass(guest) && (state === 'open' || state === 'late');
}
