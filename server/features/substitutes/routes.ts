import { type Request, type Response, Router } from 'express';
import type { Guest } from '../../../models/guest.ts';
import type { MessageKey } from '../../../locales/keys.ts';
import { paths } from '../../paths.ts';
import { parse } from '../../platform/http/input.ts';
import { localeOf } from '../../platform/http/locale.ts';
import { fragment, page, useLayout } from '../../platform/http/page.ts';
import { done, flash, wantsJson } from '../../platform/http/reply.ts';
import { siteOf } from '../../platform/http/site.ts';
import { translate } from '../../platform/i18n/translate.ts';
import type { Access } from '../access/access.ts';
import { enter } from '../access/enter.ts';
import { approveSubstitute } from './approve-substitute.ts';
import { RefuseInput } from './input.ts';
import { substitutesModel } from './present.ts';
import { refuseSubstitute } from './refuse-substitute.ts';
import { substituteList } from './substitute-list.ts';
import { undoDecision } from './undo-decision.ts';
import { views } from './views.ts';

type OneGuest = Request<{ event: string; guest: string }>;
const anEvent = { slug: ':event' };

export function routes(): Router {
  const router = Router();
  const desk = useLayout('desk');
  router.get(paths.substitutes(anEvent), desk, showList);
  router.post(paths.approveSubstitute(anEvent, ':guest'), desk, approve);
  router.post(paths.refuseSubstitute(anEvent, ':guest'), desk, refuse);
  router.post(paths.undoSubstitute(anEvent, ':guest'), desk, undo);
  return router;
}

async function showList(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'substitutes.view');
  const locale = localeOf(res);
  const model = substitutesModel(access, await substituteList(access), locale);
  if (req.query['part'] === 'list') return fragment(res, views, 'substitutes/_list', model);
  page(res, views, 'substitutes/index', model, { title: translate(locale, 'substitutes.title') });
}

async function approve(req: OneGuest, res: Response): Promise<void> {
  const access = await enter(req, 'substitutes.decide');
  const guest = await approveSubstitute(access, req.params.guest, { from: siteOf(req).mailFrom });
  back(req, res, { access, guest, told: 'substitutes.done.approved' });
}

async function refuse(req: OneGuest, res: Response): Promise<void> {
  const access = await enter(req, 'substitutes.decide');
  const { reason } = parse(RefuseInput, req.body);
  const guest = await refuseSubstitute(access, req.params.guest, { reason, from: siteOf(req).mailFrom });
  back(req, res, { access, guest, told: 'substitutes.done.refused' });
}

async function undo(req: OneGuest, res: Response): Promise<void> {
  const access = await enter(req, 'substitutes.decide');
  const guest = await undoDecision(access, req.params.guest, { from: siteOf(req).mailFrom });
  back(req, res, { access, guest, told: 'substitutes.done.undone' });
}

function back(
  req: OneGuest,
  res: Response,
  { access, guest, told }: { access: Access; guest: Guest; told: MessageKey },
): void {
  const name = guest.answer?.substitute?.name ?? '';
  if (!wantsJson(req)) flash(req, 'good', translate(localeOf(res), told, { name }));
  done(req, res, paths.substitutes(access.event));
}
