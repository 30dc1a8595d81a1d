import { type Request, type Response, Router } from 'express';
import type { Locale } from '../../../contract/locales.ts';
import type { Wave } from '../../../models/wave.ts';
import { paths } from '../../paths.ts';
import { now } from '../../platform/clock.ts';
import { NotFound } from '../../platform/errors.ts';
import { type FormState, submit } from '../../platform/http/form.ts';
import { typedText } from '../../platform/http/form-rows.ts';
import { parse } from '../../platform/http/input.ts';
import { localeOf } from '../../platform/http/locale.ts';
import { fragment, page, useLayout } from '../../platform/http/page.ts';
import { flash } from '../../platform/http/reply.ts';
import { siteOf } from '../../platform/http/site.ts';
import { translate } from '../../platform/i18n/translate.ts';
import type { Access } from '../access/access.ts';
import { enter } from '../access/enter.ts';
import { untoldGuests } from '../events/untold-guests.ts';
import { choiceAddress, withChosen } from '../guests/chosen-guests.ts';
import { delegations } from '../guests/delegations.ts';
import { previewGuest } from './addressees.ts';
import { exceptedGuests, exceptionKinds } from './exceptions.ts';
import { ChosenInput, ExceptionsQuery, ReviewQuery, WaveInput } from './input.ts';
import { rulesOf } from './kinds.ts';
import { loadTemplate } from './load-template.ts';
import { newId } from '../../platform/new-id.ts';
import { outgoingOf } from './outgoing.ts';
import { addressingOf, needsTyping, planWave } from './plan-wave.ts';
import { peopleModel } from './present-people.ts';
import { reviewModel } from './present-review.ts';
import { wavesModel } from './present-wave.ts';
import { reviewWave } from './review-wave.ts';
import { steeringRoutes } from './steering-routes.ts';
import { suggestionsFor } from './suggestions.ts';
import { views } from './views.ts';
import { begunWaves, waveList } from './wave-list.ts';

const anEvent = { slug: ':event' };

export function waveRoutes(): Router {
  const router = Router();
  const desk = useLayout('desk');
  router.get(paths.waves(anEvent), desk, showWaves);
  router.get(paths.newWave(anEvent), desk, review);
  router.post(paths.newWave(anEvent), desk, plan);
  router.get(paths.waveExceptions(anEvent), desk, showExceptions);
  router.post(paths.chooseInvited(anEvent), choose);
  router.use(steeringRoutes());
  return router;
}

async function showWaves(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'invitations.view');
  const waves = await waveList(access);
  const suggestions = suggestionsFor(access.event, waves, now());
  const model = wavesModel(access, { waves, suggestions }, localeOf(res));
  if (req.query['part'] === 'waves') return fragment(res, views, 'letters/_waves', model);
  page(res, views, 'letters/waves', model, { title: translate(localeOf(res), 'letters.waves') });
}

/** From the ticks in the guest list to the review. */
async function choose(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'invitations.send');
  const { guests } = parse(ChosenInput, req.body);
  res.redirect(303, `${paths.newWave(access.event)}?who=guests&${choiceAddress(req.session, guests)}`);
}

async function review(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'invitations.send');
  await reviewPage(req, res, {
    access,
    query: withChosen(req.session, parse(ReviewQuery, req.query)),
    form: null,
  });
}

async function plan(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'invitations.send');
  await submit(req, res, WaveInput, {
    act: async (input) => {
      const wave = await planWave(access, input, outgoingOf(siteOf(req)));
      flash(req, 'good', orderedText(wave, localeOf(res)));
      res.redirect(303, paths.wave(access.event, wave));
    },
    again: (form) => {
      const query = withChosen(req.session, parse(ReviewQuery, form.values));
      return reviewPage(req, res, { access, query, form });
    },
  });
}

function orderedText({ channel, moment }: Wave, locale: Locale): string {
  if (channel !== 'mail') return translate(locale, 'letters.ordered.hand');
  return translate(locale, `letters.ordered.${moment.how === 'now' ? 'now' : 'later'}`);
}

interface Reviewing {
  access: Access;
  query: ReviewQuery;
  form: FormState | null;
}

async function reviewPage(req: Request, res: Response, { access, query, form }: Reviewing): Promise<void> {
  const { event } = access;
  const addressing = addressingOf(query);
  const { who } = addressing.selection;
  const { secret, sendsMail } = siteOf(req);
  const [found, template, units, waves, untold] = await Promise.all([
    reviewWave(event, addressing, { secret: secret('mail') }),
    loadTemplate(event, query.kind),
    who === 'delegation' ? delegations(access) : [],
    who === 'wave' ? begunWaves(event) : [],
    rulesOf(query.kind).audiences.includes('outdated') ? untoldGuests(event) : null,
  ]);
  const facts = {
    query,
    addressing,
    review: found,
    texts: template.texts,
    delegations: units,
    waves,
    formId: typedText(form?.values['form']) || newId(),
    needsTyping: needsTyping(found.ready, addressing.channel),
    sendsMail,
    untold,
    example: found.first ? null : await previewGuest(access, { guest: '', q: '' }),
    form,
  };
  const title = translate(localeOf(res), 'letters.review-title');
  page(res, views, 'letters/review', reviewModel(access, facts, localeOf(res)), { title });
}

async function showExceptions(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'invitations.send');
  const query = withChosen(req.session, parse(ExceptionsQuery, req.query));
  const why = exceptionKinds.find((kind) => kind === query.why);
  if (!why) throw new NotFound();
  const office = { secret: siteOf(req).secret('mail') };
  const found = await exceptedGuests(access.event, addressingOf(query), { why, after: query.after, office });
  const model = peopleModel(access, { query, why, found }, localeOf(res));
  page(res, views, 'letters/exceptions', model, { title: model.title });
}
