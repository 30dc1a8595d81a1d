import { type Request, type Response, Router } from 'express';
import { paths } from '../../../paths.ts';
import { localeOf } from '../../../platform/http/locale.ts';
import { page, useLayout } from '../../../platform/http/page.ts';
import { translate } from '../../../platform/i18n/translate.ts';
import { writeCsv, writeXlsx } from '../../../platform/sheets/write-table.ts';
import { enter } from '../../access/enter.ts';
import { answerFigures } from './answer-figures.ts';
import { views } from './answers-views.ts';
import { detailedAnswers } from './detailed-answers.ts';
import { answersModel, answersTable } from './present-answers.ts';

const anEvent = { slug: ':event' };
const SHOWN = 100;
const EVERYBODY = 20_000;

/** What guests said to the questions, in numbers, guest by guest, and as a table to take away. */
export function answerRoutes(): Router {
  const router = Router();
  router.get(paths.answers(anEvent), useLayout('desk'), showAnswers);
  router.get(paths.answersCsv(anEvent), sendCsv);
  router.get(paths.answersXlsx(anEvent), sendXlsx);
  return router;
}

async function showAnswers(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'guests.view-contact-details');
  const locale = localeOf(res);
  const [figures, found] = await Promise.all([answerFigures(access), detailedAnswers(access, SHOWN)]);
  const model = answersModel(access, { figures, ...found }, locale);
  page(res, views, 'invitations/answers', model, { title: translate(locale, 'reply-form.answers.title') });
}

async function sendCsv(req: Request, res: Response): Promise<void> {
  const { table, slug } = await tableOf(req, res);
  res.setHeader('Content-Disposition', `attachment; filename="${slug}-answers.csv"`);
  res.type('text/csv; charset=utf-8').send(writeCsv(table));
}

async function sendXlsx(req: Request, res: Response): Promise<void> {
  const { table, slug } = await tableOf(req, res);
  res.setHeader('Content-Disposition', `attachment; filename="${slug}-answers.xlsx"`);
  res.type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet').send(await writeXlsx(table));
}

async function tableOf(req: Request, res: Response) {
  const access = await enter(req, 'guests.view-contact-details');
  const { guests } = await detailedAnswers(access, EVERYBODY);
  return { table: answersTable(access, guests, localeOf(res)), slug: access.event.slug };
}
