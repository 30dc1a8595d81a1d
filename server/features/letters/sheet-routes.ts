import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { paths } from '../../paths.ts';
import { parse } from '../../platform/http/input.ts';
import { localeOf } from '../../platform/http/locale.ts';
import { page, useLayout } from '../../platform/http/page.ts';
import { siteOf } from '../../platform/http/site.ts';
import { csvLines, writeCsv } from '../../platform/sheets/write-table.ts';
import { enter } from '../access/enter.ts';
import { loadWave } from './load-wave.ts';
import { sheetHeading, sheetModel, sheetRow } from './present-people.ts';
import { everybodyOn, type LinkMaker, sheetPage } from './sheet.ts';
import { views } from './views.ts';

const anEvent = { slug: ':event' };
const PRINTED = 200;

const SheetQuery = z.object({
  after: z.string().max(2000).default(''),
  before: z.coerce.number().int().min(0).catch(0),
});

/** The people of a wave on paper or in a table, for whoever calls, writes or brings it round. */
export function sheetRoutes(): Router {
  const router = Router();
  router.get(paths.waveSheet(anEvent, ':wave'), useLayout('print'), showSheet);
  router.get(paths.waveSheetCsv(anEvent, ':wave'), sendTable);
  return router;
}

async function showSheet(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'invitations.send');
  const wave = await loadWave(access, String(req.params['wave']));
  const { after, before } = parse(SheetQuery, req.query);
  const found = await sheetPage(access, wave, { after, links: linksOf(req), size: PRINTED });
  const model = sheetModel(access, { wave, found, before }, localeOf(res));
  page(res, views, 'letters/sheet', model, { title: model.title });
}

async function sendTable(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'invitations.send');
  const wave = await loadWave(access, String(req.params['wave']));
  res.attachment(`${access.event.slug}-${wave.number}.csv`).type('text/csv; charset=utf-8');
  res.setHeader('Cache-Control', 'no-store');
  res.write(writeCsv({ header: sheetHeading(localeOf(res)), rows: [] }));
  let number = 0;
  for await (const guests of everybodyOn(access, wave, linksOf(req))) {
    res.write(csvLines(guests.map((guest) => sheetRow(guest, (number += 1), localeOf(res)))));
  }
  res.end();
}

function linksOf(req: Request): LinkMaker {
  const { secret, url } = siteOf(req);
  return { linkKey: secret('guest-link'), addressOf: (token) => `${url}${paths.answerLink(token)}` };
}
