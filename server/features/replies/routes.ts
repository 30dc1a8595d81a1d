import { type Request, type Response, Router } from 'express';
import { anEvent, paths } from '../../paths.ts';
import { parse } from '../../platform/http/input.ts';
import { localeOf } from '../../platform/http/locale.ts';
import { fragment, page, useLayout } from '../../platform/http/page.ts';
import { done, flash } from '../../platform/http/reply.ts';
import { siteOf } from '../../platform/http/site.ts';
import { translate } from '../../platform/i18n/translate.ts';
import { enter } from '../access/enter.ts';
import { guestName } from '../guests/guest-name.ts';
import { acceptReply } from './accept-reply.ts';
import { dismissReply } from './dismiss-reply.ts';
import { AcceptInput, RepliesQuery } from './input.ts';
import { repliesModel } from './present.ts';
import { countReplies, replyList } from './reply-list.ts';
import { sendReplyLink } from './send-reply-link.ts';
import { views } from './views.ts';

export function routes(): Router {
  const router = Router();
  const desk = useLayout('desk');
  router.get(paths.replies(anEvent), desk, showReplies);
  router.post(paths.acceptReply(anEvent, ':reply'), accept);
  router.post(paths.sendReplyLink(anEvent, ':reply'), sendLink);
  router.post(paths.dismissReply(anEvent, ':reply'), dismiss);
  return router;
}

async function showReplies(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'invitations.record-answer');
  const query = parse(RepliesQuery, req.query);
  const [found, counts] = await Promise.all([replyList(access, query), countReplies(access)]);
  const model = repliesModel(access, { query, counts, page: found }, localeOf(res));
  if (req.query['part'] === 'list') return fragment(res, views, 'replies/_list', model);
  page(res, views, 'replies/index', model, { title: translate(localeOf(res), 'replies.title') });
}

async function accept(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'invitations.record-answer');
  const { kind } = parse(AcceptInput, req.body);
  const guest = await acceptReply(access, String(req.params['reply']), { kind, from: siteOf(req).mailFrom });
  flash(req, 'good', translate(localeOf(res), 'replies.accepted', { name: guestName(guest) }));
  done(req, res, paths.replies(access.event));
}

async function sendLink(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'invitations.record-answer');
  const address = await sendReplyLink(access, String(req.params['reply']), siteOf(req).mailFrom);
  flash(req, 'good', translate(localeOf(res), 'replies.link-sent', { address }));
  done(req, res, paths.replies(access.event));
}

async function dismiss(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'invitations.record-answer');
  await dismissReply(access, String(req.params['reply']));
  flash(req, 'note', translate(localeOf(res), 'replies.dismissed'));
  done(req, res, paths.replies(access.event));
}
