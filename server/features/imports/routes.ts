import { type Request, type Response, Router } from 'express';
import { paths } from '../../paths.ts';
import { type FormState, submit } from '../../platform/http/form.ts';
import { localeOf } from '../../platform/http/locale.ts';
import { fragment, page, useLayout } from '../../platform/http/page.ts';
import { flash } from '../../platform/http/reply.ts';
import { translate } from '../../platform/i18n/translate.ts';
import type { Access } from '../access/access.ts';
import { enter } from '../access/enter.ts';
import { chooseColumns } from './choose-columns.ts';
import { discardImport } from './discard-import.ts';
import { loadImport } from './import-facts.ts';
import { hasRows, importList, keptRows, wasMended } from './import-list.ts';
import { guestOf, laterEdits, leftDirectory } from './later-edits.ts';
import { ColumnsInput, PasteInput, ReadAgainInput } from './input.ts';
import { columnsModel, newModel } from './present-columns.ts';
import { listModel } from './present-list.ts';
import { showModel } from './present-summary.ts';
import { fileName } from './present-words.ts';
import { readAgain } from './read-again.ts';
import { resumeImport } from './resume-import.ts';
import { tableRoutes } from './table-routes.ts';
import { startImport } from './start-import.ts';
import { startUndoing } from './start-undoing.ts';
import { views } from './views.ts';
import { soon } from './waiting-imports.ts';

const anEvent = { slug: ':event' };
type OneImport = Request<{ event: string; import: string }>;
const KEPT_SHOWN = 200;

export function routes(): Router {
  const router = Router();
  router.use(paths.guestImports(anEvent), useLayout('desk'));
  router.get(paths.guestImports(anEvent), showList);
  router.post(paths.guestImports(anEvent), receive);
  router.get(paths.newGuestImport(anEvent), askForFile);
  router.get(paths.importColumns(anEvent, ':import'), showColumns);
  router.post(paths.importColumns(anEvent, ':import'), saveColumns);
  router.post(paths.importReadAgain(anEvent, ':import'), readOtherwise);
  router.use(tableRoutes());
  router.post(paths.undoGuestImport(anEvent, ':import'), undo);
  router.post(paths.resumeGuestImport(anEvent, ':import'), resume);
  router.post(paths.discardGuestImport(anEvent, ':import'), discard);
  router.get(paths.guestImport(anEvent, ':import'), showImport);
  return router;
}

async function showList(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'guests.edit');
  const locale = localeOf(res);
  const model = listModel(access.event, await importList(access), locale);
  page(res, views, 'imports/index', model, { title: translate(locale, 'imports.past') });
}

async function askForFile(req: Request, res: Response): Promise<void> {
  showNew(await enter(req, 'guests.edit'), res, null);
}

async function receive(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'guests.edit');
  const { file } = req;
  const sent = file && file.size > 0 ? { bytes: file.buffer, name: file.originalname } : null;
  await submit(req, res, PasteInput, {
    act: async ({ text }) => {
      const draft = await startImport(access, sent ?? { bytes: Buffer.from(text.trim() && text), name: '' });
      res.redirect(303, paths.importColumns(access.event, draft._id));
    },
    again: (form) => showNew(access, res, form),
  });
}

async function showColumns(req: OneImport, res: Response): Promise<void> {
  const access = await enter(req, 'guests.edit');
  await columnsPage(access, req, res, null);
}

async function saveColumns(req: OneImport, res: Response): Promise<void> {
  const access = await enter(req, 'guests.edit');
  const { import: id } = req.params;
  await submit(req, res, ColumnsInput, {
    act: async ({ columns }) => {
      await chooseColumns(access, id, columns);
      await soon(id);
      res.redirect(303, paths.guestImport(access.event, id));
    },
    again: (form) => columnsPage(access, req, res, form),
  });
}

async function readOtherwise(req: OneImport, res: Response): Promise<void> {
  const access = await enter(req, 'guests.edit');
  const { import: id } = req.params;
  await submit(req, res, ReadAgainInput, {
    act: async (input) => {
      await readAgain(access, id, input);
      res.redirect(303, paths.importColumns(access.event, id));
    },
    again: (form) => columnsPage(access, req, res, form),
  });
}

async function showImport(req: OneImport, res: Response): Promise<void> {
  const access = await enter(req, 'guests.edit');
  const { event } = access;
  const run = await loadImport(access, req.params.import);
  const isFragment = req.query['part'] === 'progress';
  if (!isFragment && run.state === 'columns') return res.redirect(303, paths.importColumns(event, run));
  if (!isFragment && run.state === 'checked') return res.redirect(303, paths.importRows(event, run));
  const locale = localeOf(res);
  const isUndone = run.state === 'undone';
  const [kept, directory, rowsAreThere] = await Promise.all([
    isUndone ? keptRows(run, KEPT_SHOWN) : [],
    isUndone ? leftDirectory(run) : 0,
    hasRows(run),
  ]);
  const edits = await laterEdits(run, kept.map(guestOf));
  const model = showModel({ event, run, kept, edits, directory, hasRows: rowsAreThere, locale });
  if (isFragment) return fragment(res, views, 'imports/_progress', model);
  page(res, views, 'imports/show', model, { title: fileName(run, locale) });
}

async function undo(req: OneImport, res: Response): Promise<void> {
  const access = await enter(req, 'guests.edit');
  const { import: id } = req.params;
  await startUndoing(access, id);
  await soon(id);
  res.redirect(303, paths.guestImport(access.event, id));
}

async function resume(req: OneImport, res: Response): Promise<void> {
  const access = await enter(req, 'guests.edit');
  const { import: id } = req.params;
  await resumeImport(access, id);
  await soon(id);
  res.redirect(303, paths.guestImport(access.event, id));
}

async function discard(req: OneImport, res: Response): Promise<void> {
  const access = await enter(req, 'guests.edit');
  await discardImport(access, req.params.import);
  flash(req, 'note', translate(localeOf(res), 'imports.discarded'));
  res.redirect(303, paths.guests(access.event));
}

function showNew(access: Access, res: Response, form: FormState | null): void {
  const locale = localeOf(res);
  page(res, views, 'imports/new', newModel(access, locale, form), {
    title: translate(locale, 'imports.title'),
  });
}

async function columnsPage(
  access: Access,
  req: OneImport,
  res: Response,
  form: FormState | null,
): Promise<void> {
  const draft = await loadImport(access, req.params.import);
  if (draft.state !== 'columns' && draft.state !== 'checked')
    return res.redirect(303, paths.guestImport(access.event, draft));
  const locale = localeOf(res);
  const mended = draft.state === 'checked' && (await wasMended(draft));
  const model = columnsModel(access, draft, { locale, form, mended });
  page(res, views, 'imports/columns', model, { title: translate(locale, 'imports.columns') });
}
