import { type Request, type Response, Router } from 'express';
import { paths } from '../../paths.ts';
import { type FormState, submit } from '../../platform/http/form.ts';
import { parse } from '../../platform/http/input.ts';
import { localeOf } from '../../platform/http/locale.ts';
import { fragment, page, useLayout } from '../../platform/http/page.ts';
import { flash } from '../../platform/http/reply.ts';
import { siteOf } from '../../platform/http/site.ts';
import { translate } from '../../platform/i18n/translate.ts';
import type { Access } from '../access/access.ts';
import { enter } from '../access/enter.ts';
import { tally } from '../guests/tally.ts';
import { answersByChannel, latestAnswers } from './answers.ts';
import { reviewAudience } from './audience.ts';
import { type Audience, AudienceInput, ChosenInput, SendInput } from './input.ts';
import { letterRoutes } from './letter-routes.ts';
import { boardModel } from './present.ts';
import { sendModel } from './present-send.ts';
import { recordRoutes } from './record-routes.ts';
import { needsTyping, sendInvitations } from './send-invitations.ts';
import { views } from './views.ts';
import { waves } from './waves.ts';

export function routes(): Router {
  const router = Router();
  const desk = useLayout('desk');
  router.get('/events/:event/invitations', desk, showBoard);
  router.get('/events/:event/invitations/send', desk, reviewSending);
  router.post('/events/:event/invitations/send', desk, send);
  router.post('/events/:event/invitations/choose', choose);
  router.use(letterRoutes());
  router.use(recordRoutes());
  return router;
}

async function showBoard(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'invitations.view');
  const model = boardModel(access, await boardFacts(req, access), localeOf(res));
  if (req.query['part'] === 'board') return fragment(res, views, 'invitations/_board', model);
  page(res, views, 'invitations/index', model, { title: translate(localeOf(res), 'invitations.title') });
}

async function boardFacts(req: Request, access: Access) {
  const [counted, sendings, channels, answers] = await Promise.all([
    tally(access.event),
    waves(access.event),
    answersByChannel(access),
    latestAnswers(access),
  ]);
  return { tally: counted, waves: sendings, channels, answers, sendsMail: siteOf(req).sendsMail };
}

/** From the ticks in the guest list to the review: in one word, because an address has to hold all of them. */
async function choose(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'invitations.send');
  const { guests } = parse(ChosenInput, req.body);
  res.redirect(303, `${paths.sendInvitations(access.event)}?who=guests&guests=${guests.join(',')}`);
}

async function reviewSending(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'invitations.send');
  const audience = parse(AudienceInput, req.query);
  await reviewPage(req, res, { access, audience, form: null });
}

async function send(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'invitations.send');
  const { mailFrom: from, secret } = siteOf(req);
  await submit(req, res, SendInput, {
    act: async (input) => {
      const count = await sendInvitations(access, input, { from, linkKey: secret('guest-link') });
      const key = input.who === 'silent' ? 'invitations.reminded' : 'invitations.sent';
      flash(req, 'good', translate(localeOf(res), key, { count }));
      res.redirect(303, paths.invitations(access.event));
    },
    again: (form) => reviewPage(req, res, { access, audience: parse(AudienceInput, form.values), form }),
  });
}

async function reviewPage(
  req: Request,
  res: Response,
  { access, audience, form }: { access: Access; audience: Audience; form: FormState | null },
): Promise<void> {
  const { event } = access;
  const [review, counted] = await Promise.all([reviewAudience(access, audience), tally(event)]);
  const counts = { 'not-invited': counted.listed - counted.invited, silent: counted.silent };
  const model = sendModel(
    {
      event,
      audience,
      review,
      counts,
      form,
      needsTyping: needsTyping(review.ready),
      sendsMail: siteOf(req).sendsMail,
    },
    localeOf(res),
  );
  page(res, views, 'invitations/send', model, { title: translate(localeOf(res), 'invitations.send-title') });
}
