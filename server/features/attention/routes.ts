import { type Request, type Response, Router } from 'express';
import { paths } from '../../paths.ts';
import { now } from '../../platform/clock.ts';
import { parse } from '../../platform/http/input.ts';
import { localeOf } from '../../platform/http/locale.ts';
import { fragment, page, useLayout } from '../../platform/http/page.ts';
import { done } from '../../platform/http/reply.ts';
import { translate } from '../../platform/i18n/translate.ts';
import { enter } from '../access/enter.ts';
import { concernList, hiddenList } from './concern-list.ts';
import { PutOffInput } from './input.ts';
import { listModel } from './present.ts';
import { bringBack, putOff } from './put-off.ts';
import { views } from './views.ts';

const anEvent = { slug: ':event' };

/** What needs somebody, each with the one thing to do about it. */
export function routes(): Router {
  const router = Router();
  router.get(paths.attention(anEvent), useLayout('desk'), showList);
  router.post(paths.putOffConcern(anEvent), useLayout('desk'), hide);
  return router;
}

async function showList(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'attention.view');
  const locale = localeOf(res);
  const looking = { access, now: now() };
  const [sections, hidden] = await Promise.all([concernList(looking), hiddenList(looking)]);
  const list = listModel(locale, { ...looking, sections, hidden });
  if (req.query['part'] === 'list') return fragment(res, views, 'attention/_list', list);
  const source = `${paths.attention(access.event)}?part=list`;
  page(res, views, 'attention/index', { source, list }, { title: translate(locale, 'attention.title') });
}

async function hide(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'attention.put-off');
  const input = parse(PutOffInput, req.body);
  await (input.again ? bringBack(access, input) : putOff(access, input));
  done(req, res, `${paths.attention(access.event)}#${input.kind}`);
}
