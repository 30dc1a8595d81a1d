import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import type { ImportRow } from '../../../models/import-row.ts';
import { paths } from '../../paths.ts';
import { NotFound } from '../../platform/errors.ts';
import { submit } from '../../platform/http/form.ts';
import { parse } from '../../platform/http/input.ts';
import { localeOf } from '../../platform/http/locale.ts';
import { fragment, page } from '../../platform/http/page.ts';
import { flash } from '../../platform/http/reply.ts';
import { translate } from '../../platform/i18n/translate.ts';
import { sheetLimits } from '../../platform/sheets/sheet-limits.ts';
import { writeCsv, writeXlsx } from '../../platform/sheets/write-table.ts';
import type { Access } from '../access/access.ts';
import { enter } from '../access/enter.ts';
import { importIn, type ListedImport, loadImport } from './import-facts.ts';
import { leftRows, openQuestions } from './import-list.ts';
import { ManyInput, RowInput, RowsQuery } from './input.ts';
import { mendRow } from './mend-row.ts';
import { leftTable } from './present-left.ts';
import { summaryModel } from './present-summary.ts';
import { rowsModel, savedModel, type TableFacts } from './present-table.ts';
import { openMatters, rowCounts } from './row-counts.ts';
import { rowList } from './row-list.ts';
import { splitRow } from './split-row.ts';
import { startAnswering } from './start-answering.ts';
import { startWriting } from './start-writing.ts';
import { views } from './views.ts';
import { soon } from './waiting-imports.ts';

const anEvent = { slug: ':event' };
type OneImport = Request<{ event: string; import: string }>;
type OneRow = Request<{ event: string; import: string; row: string }>;
const LEFT_SHOWN = 8;

/** The checked table, its rows one by one and all at once, and the step of writing them. */
export function tableRoutes(): Router {
  const router = Router();
  router.get(paths.importRows(anEvent, ':import'), showRows);
  router.post(paths.importRow(anEvent, ':import', ':row'), saveRow);
  router.post(paths.importMany(anEvent, ':import'), saveMany);
  router.get(paths.importSummary(anEvent, ':import'), showSummary);
  router.post(paths.importWrite(anEvent, ':import'), write);
  router.get(paths.importProblems(anEvent, ':import', ':format'), sendLeft);
  return router;
}

async function showRows(req: OneImport, res: Response): Promise<void> {
  const access = await enter(req, 'guests.edit');
  const draft = await loadImport(access, req.params.import);
  if (draft.state !== 'checked') return res.redirect(303, paths.guestImport(access.event, draft));
  const query = parse(RowsQuery, req.query);
  const facts = await tableFacts(access, draft, { query, res });
  const model = rowsModel(facts, await rowList(draft, query));
  page(res, views, 'imports/rows', model, { title: translate(localeOf(res), 'imports.rows') });
}

/** Answers with the row itself where a page asks for it, and leads back to the table otherwise. */
async function saveRow(req: OneRow, res: Response): Promise<void> {
  const access = await enter(req, 'guests.edit');
  const { import: id, row } = req.params;
  const { split, back, ...change } = parse(RowInput, req.body);
  const query = parse(RowsQuery, Object.fromEntries(new URLSearchParams(back)));
  if (split !== undefined) await splitRow(access, id, row, { place: split, cells: change.cells });
  else {
    const saved = await mendRow(access, id, row, change);
    if (req.get('x-requested-with') === 'fetch') return sendSaved(access, req, res, { saved, query });
  }
  res.redirect(303, `${paths.importRows(access.event, id)}?${back}#row-${row}`);
}

async function sendSaved(
  access: Access,
  req: OneRow,
  res: Response,
  { saved, query }: { saved: ImportRow; query: RowsQuery },
): Promise<void> {
  const draft = await loadImport(access, req.params.import);
  const facts = await tableFacts(access, draft, { query, res });
  fragment(res, views, 'imports/_saved', savedModel(facts, saved));
}

async function saveMany(req: OneImport, res: Response): Promise<void> {
  const access = await enter(req, 'guests.edit');
  const { import: id } = req.params;
  const { back, ...answer } = parse(ManyInput, req.body);
  await startAnswering(access, id, answer);
  await soon(id);
  const draft = await loadImport(access, id);
  if (draft.state !== 'checked') return res.redirect(303, paths.guestImport(access.event, draft));
  if (!draft.trouble)
    flash(req, 'good', translate(localeOf(res), 'imports.many.done', { count: draft.progress.done }));
  res.redirect(303, `${paths.importRows(access.event, id)}?${withoutMatter(back)}`);
}

/** Its rows are done, so nobody wants to look at them alone any more. */
function withoutMatter(back: string): string {
  const search = new URLSearchParams(back);
  search.delete('matter');
  search.delete('page');
  return search.toString();
}

async function showSummary(req: OneImport, res: Response): Promise<void> {
  const access = await enter(req, 'guests.edit');
  const draft = await loadImport(access, req.params.import);
  if (draft.state !== 'checked') return res.redirect(303, paths.guestImport(access.event, draft));
  await summaryPage(access, draft, res, '');
}

const Confirmation = z.object({
  confirmation: z
    .string()
    .default('')
    .transform((typed) => Number(typed.replace(/\D/g, '') || -1)),
});

async function write(req: OneImport, res: Response): Promise<void> {
  const access = await enter(req, 'guests.edit');
  const { import: id } = req.params;
  const draft = await importIn(access, id, ['checked', 'writing', 'done']);
  // The same form sent twice leads to what came of the first.
  if (draft.state !== 'checked') return res.redirect(303, paths.guestImport(access.event, draft));
  await submit(req, res, Confirmation, {
    act: async ({ confirmation }) => {
      await startWriting(access, id, confirmation);
      await soon(id);
      res.redirect(303, paths.guestImport(access.event, id));
    },
    again: ({ refused }) => summaryPage(access, draft, res, refused),
  });
}

async function summaryPage(
  access: Access,
  draft: ListedImport,
  res: Response,
  problem: string,
): Promise<void> {
  const { event } = access;
  const locale = localeOf(res);
  const [counts, left, questions] = await Promise.all([
    rowCounts(draft),
    leftRows(draft, LEFT_SHOWN),
    openQuestions(draft),
  ]);
  const model = summaryModel({ event, draft, counts, left, questions, problem, locale });
  page(res, views, 'imports/summary', model, { title: translate(locale, 'imports.summary') });
}

async function sendLeft(
  req: Request<{ event: string; import: string; format: string }>,
  res: Response,
): Promise<void> {
  const access = await enter(req, 'guests.edit');
  const { format, import: id } = req.params;
  const run = await loadImport(access, id);
  const table = leftTable(access.event, run, {
    rows: await leftRows(run, sheetLimits.rows),
    locale: localeOf(res),
  });
  res.setHeader('Cache-Control', 'no-store');
  if (format === 'csv')
    return void res.attachment(`${table.name}.csv`).type('text/csv; charset=utf-8').send(writeCsv(table));
  if (format !== 'xlsx') throw new NotFound();
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  res
    .attachment(`${table.name}.xlsx`)
    .type(type)
    .send(await writeXlsx(table));
}

async function tableFacts(
  { event }: Access,
  draft: ListedImport,
  { query, res }: { query: RowsQuery; res: Response },
): Promise<TableFacts> {
  const [counts, matters] = await Promise.all([rowCounts(draft), openMatters(draft)]);
  return { event, draft, query, counts, matters, locale: localeOf(res) };
}
