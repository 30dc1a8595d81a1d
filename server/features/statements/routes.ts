import { type Request, type Response, Router } from 'express';
import { isLocale, type Locale } from '../../../contract/locales.ts';
import { anEvent, paths } from '../../paths.ts';
import { now } from '../../platform/clock.ts';
import { type FormState, submit } from '../../platform/http/form.ts';
import { localeOf } from '../../platform/http/locale.ts';
import { page, useLayout } from '../../platform/http/page.ts';
import { flash } from '../../platform/http/reply.ts';
import { siteOf } from '../../platform/http/site.ts';
import { translate } from '../../platform/i18n/translate.ts';
import { instantIn } from '../../platform/zoned-time.ts';
import { type Access, can } from '../access/access.ts';
import { enter } from '../access/enter.ts';
import { contradictions } from '../attendance/contradictions.ts';
import { eventStatement } from '../attendance/event-statement.ts';
import { eventQuorum } from '../guests/event-quorum.ts';
import { freezeStatement } from './freeze-statement.ts';
import { frozenRoutes } from './frozen-routes.ts';
import { frozenStatements } from './frozen-statements.ts';
import { FreezeInput, QuorumInput } from './input.ts';
import { liveModel } from './present-live.ts';
import { setQuorum } from './set-quorum.ts';
import { views } from './views.ts';

export function routes(): Router {
  const router = Router();
  const desk = useLayout('desk');
  router.get(paths.statement(anEvent), desk, showStatement);
  router.get(paths.statementSheet(anEvent), useLayout('print'), printStatement);
  router.post(paths.quorum(anEvent), desk, chooseQuorum);
  router.post(paths.freezeStatement(anEvent), desk, freeze);
  router.use(frozenRoutes());
  return router;
}

interface Forms {
  freezing?: FormState;
  choosing?: FormState;
}

async function showStatement(req: Request, res: Response): Promise<void> {
  await statementPage(await enter(req, 'attendance.view'), req, res);
}

async function printStatement(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'attendance.view');
  const title = translate(localeOf(res), 'statements.title');
  const spoken = spokenIn(req, access.event.defaultLocale);
  page(res, views, 'statements/sheet', await modelFor(access, { locale: localeOf(res), spoken }), { title });
}

async function chooseQuorum(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'statements.freeze');
  await submit(req, res, QuorumInput, {
    act: async (input) => {
      await setQuorum(access, input);
      flash(req, 'good', translate(localeOf(res), 'statements.quorum.saved'));
      res.redirect(303, paths.statement(access.event));
    },
    again: (choosing) => statementPage(access, req, res, { choosing }),
  });
}

async function freeze(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'statements.freeze');
  const { event } = access;
  await submit(req, res, FreezeInput, {
    act: async ({ id, at, note }) => {
      const moment = at === '' ? null : instantIn(event.timeZone, at);
      const frozen = await freezeStatement(access, { id, at: moment, note }, siteOf(req).secret('statement'));
      flash(req, 'good', translate(localeOf(res), 'statements.frozen.done', { number: frozen.number }));
      res.redirect(303, paths.frozenStatement(event, frozen.number));
    },
    again: (freezing) => statementPage(access, req, res, { freezing }),
  });
}

async function statementPage(access: Access, req: Request, res: Response, forms: Forms = {}): Promise<void> {
  const locale = localeOf(res);
  const model = await modelFor(access, {
    locale,
    spoken: spokenIn(req, access.event.defaultLocale),
    ...forms,
  });
  page(res, views, 'statements/index', model, { title: translate(locale, 'statements.title') });
}

async function modelFor(access: Access, reading: Forms & { locale: Locale; spoken: Locale }) {
  const { event } = access;
  const { locale, spoken, freezing = null, choosing = null } = reading;
  const [statement, quorum, frozen, undecided] = await Promise.all([
    eventStatement(access),
    eventQuorum(event),
    frozenStatements(access),
    contradictions(access),
  ]);
  const canFreeze = can(access, 'statements.freeze');
  const facts = { event, statement, quorum, frozen, undecided, at: now(), canFreeze, freezing, choosing };
  return liveModel(facts, locale, spoken);
}

function spokenIn(req: Request, otherwise: Locale): Locale {
  const wanted = req.query['text'];
  return isLocale(wanted) ? wanted : otherwise;
}
