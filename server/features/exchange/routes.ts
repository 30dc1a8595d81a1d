import { type Request, type Response, Router } from 'express';
import { anEvent, paths } from '../../paths.ts';
import { now } from '../../platform/clock.ts';
import { submit } from '../../platform/http/form.ts';
import { localeOf } from '../../platform/http/locale.ts';
import { page, useLayout } from '../../platform/http/page.ts';
import { flash } from '../../platform/http/reply.ts';
import { translate } from '../../platform/i18n/translate.ts';
import { enter, enterOffice } from '../access/enter.ts';
import { checkImport } from './check-import.ts';
import { exportEvent } from './export-event.ts';
import { fileName } from './file-name.ts';
import { fileText } from './file-text.ts';
import { ImportInput } from './input.ts';
import { importModel, type Sent } from './present-import.ts';
import { runImport } from './run-import.ts';
import { views } from './views.ts';
import { writeEventFile } from './write-event-file.ts';

export function routes(): Router {
  const router = Router();
  router.get(paths.importEvent, useLayout('desk'), askForFile);
  router.post(paths.importEvent, useLayout('desk'), importFile);
  router.get(paths.exportEvent(anEvent), sendFile);
  return router;
}

function askForFile(req: Request, res: Response): void {
  enterOffice(req, 'events.import');
  showImport(res, null);
}

async function importFile(req: Request, res: Response): Promise<void> {
  const { actor } = enterOffice(req, 'events.import');
  const isFile = req.file !== undefined && req.file.size > 0;
  if (isFile) req.body = { ...req.body, text: fileText(req.file?.buffer ?? new Uint8Array()) };
  await submit(req, res, ImportInput, {
    act: async ({ text, slug }) => {
      const file = await checkImport(text, slug === '' ? {} : { slug });
      const event = await runImport(actor, file);
      const guests = file.guests.length;
      flash(req, 'good', translate(localeOf(res), 'exchange.import.done', { guests }));
      res.redirect(303, paths.event(event));
    },
    again: (form) => showImport(res, { form, isFile }),
  });
}

async function sendFile(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'events.export');
  const file = writeEventFile(await exportEvent(access));
  res.setHeader('Cache-Control', 'no-store');
  res.attachment(fileName(access.event, now())).type('application/json; charset=utf-8').send(file);
}

function showImport(res: Response, sent: Sent | null): void {
  const locale = localeOf(res);
  const title = translate(locale, 'exchange.import');
  page(res, views, 'exchange/import', importModel(locale, sent), { title });
}
