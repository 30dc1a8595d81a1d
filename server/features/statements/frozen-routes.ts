import { type Request, type Response, Router } from 'express';
import { isLocale, type Locale } from '../../../contract/locales.ts';
import { anEvent, paths } from '../../paths.ts';
import { localeOf } from '../../platform/http/locale.ts';
import { page, useLayout } from '../../platform/http/page.ts';
import { siteOf } from '../../platform/http/site.ts';
import { translate } from '../../platform/i18n/translate.ts';
import { renderPdf } from '../../platform/pdf/render-pdf.ts';
import type { Access } from '../access/access.ts';
import { enter } from '../access/enter.ts';
import { changedSince } from './changed-since.ts';
import { findFrozen } from './frozen-statements.ts';
import { frozenModel } from './present-frozen.ts';
import { statementSheet } from './present-sheet.ts';
import { sheetDocument } from './statement-document.ts';
import { views } from './views.ts';

type Numbered = Request<{ event: string; number: string }>;

/** Statements that were frozen: on the screen, on paper, as a file. */
export function frozenRoutes(): Router {
  const router = Router();
  router.get(paths.frozenStatement(anEvent, ':number'), useLayout('desk'), showFrozen);
  router.get(paths.frozenSheet(anEvent, ':number'), useLayout('print'), printFrozen);
  router.get(paths.frozenPdf(anEvent, ':number'), sendFrozen);
  return router;
}

async function showFrozen(req: Numbered, res: Response): Promise<void> {
  const access = await enter(req, 'attendance.view');
  const locale = localeOf(res);
  const frozen = await findFrozen(access, req.params.number);
  const since = await changedSince(access, frozen);
  const facts = { event: access.event, frozen, since, site: siteOf(req).url };
  const model = frozenModel(facts, locale, spokenIn(req, access));
  page(res, views, 'statements/frozen', model, { title: model.title });
}

async function printFrozen(req: Numbered, res: Response): Promise<void> {
  const access = await enter(req, 'attendance.view');
  const frozen = await findFrozen(access, req.params.number);
  const facts = { event: access.event, frozen, since: null, site: siteOf(req).url };
  const model = frozenModel(facts, localeOf(res), spokenIn(req, access));
  page(res, views, 'statements/frozen-sheet', model, { title: model.title });
}

async function sendFrozen(req: Numbered, res: Response): Promise<void> {
  const access = await enter(req, 'attendance.view');
  const frozen = await findFrozen(access, req.params.number);
  const locale = spokenIn(req, access);
  const facts = { event: access.event, frozen, since: null, site: siteOf(req).url };
  const pdf = await renderPdf(sheetDocument(statementSheet(facts, locale)), access.actor.id);
  const name = translate(locale, 'statements.frozen.file', { number: frozen.number });
  res.attachment(`${name} – ${access.event.slug}.pdf`).type('pdf').send(pdf);
}

function spokenIn(req: Pick<Request, 'query'>, { event }: Access): Locale {
  const wanted = req.query['text'];
  return isLocale(wanted) ? wanted : event.defaultLocale;
}
