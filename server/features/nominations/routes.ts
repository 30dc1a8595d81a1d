import { type Request, type Response, Router } from 'express';
import { paths } from '../../paths.ts';
import { now } from '../../platform/clock.ts';
import { submit, type FormState } from '../../platform/http/form.ts';
import { localeOf } from '../../platform/http/locale.ts';
import { fragment, page, useLayout } from '../../platform/http/page.ts';
import { flash } from '../../platform/http/reply.ts';
import { siteOf } from '../../platform/http/site.ts';
import { translate } from '../../platform/i18n/translate.ts';
import { localTimeIn } from '../../platform/zoned-time.ts';
import type { Access } from '../access/access.ts';
import { enter } from '../access/enter.ts';
import { newId } from '../../platform/new-id.ts';
import { askUnits } from './ask-units.ts';
import { UnitsInput, WriteInput } from './input.ts';
import { nominationList } from './nomination-list.ts';
import { askModel } from './present-form.ts';
import { tableModel } from './present-table.ts';
import { writeModel } from './present-write.ts';
import { unitChoices } from './unit-choices.ts';
import { unitRoutes } from './unit-routes.ts';
import { views } from './views.ts';
import { writeToUnits } from './write-to-units.ts';

const anEvent = { slug: ':event' };
const TWO_WEEKS = 14 * 24 * 60 * 60 * 1000;

/** What units are asked for, and how far they are. */
export function routes(): Router {
  const router = Router();
  router.use(paths.nominations(anEvent), useLayout('desk'));
  router.get(paths.nominations(anEvent), showUnits);
  router.get(paths.askUnits(anEvent), showAsk);
  router.post(paths.askUnits(anEvent), ask);
  router.get(paths.writeToUnits(anEvent), showWrite);
  router.post(paths.writeToUnits(anEvent), write);
  router.use(unitRoutes());
  return router;
}

async function showUnits(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'nominations.view');
  const { event } = access;
  const locale = localeOf(res);
  const table = tableModel(locale, access, { units: await nominationList(event), now: now() });
  if (req.query['part'] === 'table') return fragment(res, views, 'nominations/_table', table);
  const model = {
    lead: translate(locale, 'nominations.lead'),
    ask: paths.askUnits(event),
    write: table.rows.length > 0 ? paths.writeToUnits(event) : '',
    source: `${paths.nominations(event)}?part=table`,
    table,
  };
  page(res, views, 'nominations/index', model, { title: translate(locale, 'nominations.title') });
}

async function showAsk(req: Request, res: Response): Promise<void> {
  await askPage(await enter(req, 'nominations.edit'), res, null);
}

async function ask(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'nominations.edit');
  await submit(req, res, UnitsInput, {
    act: async (input) => {
      const { asked, already } = await askUnits(access, input, siteOf(req).secret('guest-link'));
      const done = translate(localeOf(res), 'nominations.ask.done', { asked, already });
      flash(req, asked > 0 ? 'good' : 'note', done);
      res.redirect(303, paths.nominations(access.event));
    },
    again: (form) => askPage(access, res, form),
  });
}

async function askPage(access: Access, res: Response, form: FormState | null): Promise<void> {
  const { event } = access;
  const locale = localeOf(res);
  const deadline = localTimeIn(event.timeZone, new Date(now().getTime() + TWO_WEEKS)).slice(0, 10);
  const model = askModel({ event, form, locale }, { units: await unitChoices(access), deadline });
  page(res, views, 'nominations/ask', model, { title: translate(locale, 'nominations.ask.title') });
}

async function showWrite(req: Request, res: Response): Promise<void> {
  await writePage(await enter(req, 'nominations.edit'), req, res, null);
}

async function write(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'nominations.edit');
  const { mailFrom, secret } = siteOf(req);
  await submit(req, res, WriteInput, {
    act: async (input) => {
      const count = await writeToUnits(access, input, { from: mailFrom, linkKey: secret('guest-link') });
      flash(req, count > 0 ? 'good' : 'note', translate(localeOf(res), 'nominations.write.done', { count }));
      const [only] = input.units;
      const isOne = input.units.length === 1 && only !== undefined;
      res.redirect(303, isOne ? paths.nomination(access.event, only) : paths.nominations(access.event));
    },
    again: (form) => writePage(access, req, res, form),
  });
}

async function writePage(access: Access, req: Request, res: Response, form: FormState | null): Promise<void> {
  const locale = localeOf(res);
  const units = await nominationList(access.event);
  const { sendsMail } = siteOf(req);
  const model = writeModel(locale, { access, units, mark: newId(), form, sendsMail, now: now() });
  page(res, views, 'nominations/write', model, { title: translate(locale, 'nominations.write.title') });
}
