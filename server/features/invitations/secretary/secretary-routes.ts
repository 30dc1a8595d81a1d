import { type Request, type Response, Router } from 'express';
import type { Guest } from '../../../../models/guest.ts';
import type { MessageKey } from '../../../../locales/keys.ts';
import { paths } from '../../../paths.ts';
import { now } from '../../../platform/clock.ts';
import { type FormState, submit } from '../../../platform/http/form.ts';
import { localeOf, preferLocale } from '../../../platform/http/locale.ts';
import { page, useLayout, useTimeZone } from '../../../platform/http/page.ts';
import { spendUnknownToken } from '../../../platform/http/rate-limit.ts';
import { personalPage } from '../../../platform/http/security.ts';
import { siteOf } from '../../../platform/http/site.ts';
import { translate } from '../../../platform/i18n/translate.ts';
import { publicParts } from '../../events/public-event.ts';
import { answerInvitation } from '../answer-invitation.ts';
import { answeredBy, rememberAnswer } from '../guest-cookie.ts';
import { views as guestViews } from '../guest-views.ts';
import { ReplyInput, type ReplyKind, replyKinds } from '../input.ts';
import { showLost } from '../lost-page.ts';
import { issueNonce } from '../nonce.ts';
import { type GuestFacts, replyPage } from '../present-guest.ts';
import { replyState } from '../reply-state.ts';
import { isSuspect, noteOpened, noteTrapped } from '../suspicion.ts';
import { takeBackAnswer } from '../take-back-answer.ts';
import { isPrefetch, visitOf } from '../visit.ts';
import { type FoundSecretary, findSecretary } from './find-secretary.ts';
import { peopleOf, personOf } from './people-of.ts';
import { secretaryPage } from './present-secretary.ts';
import { rememberSecretary, secretaryOf } from './secretary-cookie.ts';
import { views } from './secretary-views.ts';

type OneGuest = Request<{ guest: string }>;

/** The page on which a secretary answers for several guests. */
export function secretaryRoutes(): Router {
  const router = Router();
  const personal = [personalPage, useLayout('site')];
  router.get(paths.secretaryLink(':token'), ...personal, openLink);
  router.get(paths.secretary, ...personal, showPeople);
  router.get(paths.secretaryTrap, ...personal, springTrap);
  router.get(paths.secretaryGuest(':guest'), ...personal, askOne);
  router.get(paths.secretaryConfirm(':guest'), ...personal, leaveOne);
  router.post(paths.secretaryConfirm(':guest'), ...personal, confirmOne);
  router.post(paths.secretaryUndo(':guest'), ...personal, takeBackOne);
  return router;
}

/** Only remembers who came; mail scanners open every link, so nothing is answered here. */
async function openLink(req: Request, res: Response): Promise<void> {
  const token = String(req.params['token']);
  const found = await findSecretary(token);
  if (!found) {
    await spendUnknownToken(req);
    return showLost(res, null);
  }
  noteOpened(visitOf(req, found.secretary), {
    link: '',
    sentAt: null,
    isPrefetch: isPrefetch(req),
  });
  rememberSecretary(req, res, token);
  res.redirect(303, paths.secretary);
}

async function showPeople(req: Request, res: Response): Promise<void> {
  const found = await secretaryOf(req);
  if (!found) return showLost(res, null);
  const { event } = found.access;
  const [people, { hasProgramme }] = await Promise.all([peopleOf(found), publicParts(event)]);
  preferLocale(req, res, people[0]?.locale ?? event.defaultLocale);
  useTimeZone(res, event.timeZone);
  const locale = localeOf(res);
  const model = secretaryPage({
    found,
    people,
    state: replyState(event, { state: 'listed' }, now()),
    programme: hasProgramme && event.state !== 'draft' ? paths.publicProgramme(event) : '',
    answered: answeredBy(req),
    locale,
  });
  const title = `${translate(locale, 'secretaries.page.title')} · ${model.title}`;
  page(res, views, 'invitations/secretary', model, { title });
}

async function springTrap(req: Request, res: Response): Promise<void> {
  const found = await secretaryOf(req);
  if (found) noteTrapped(visitOf(req, found.secretary));
  res.redirect(303, paths.secretary);
}

async function askOne(req: OneGuest, res: Response): Promise<void> {
  const found = await secretaryOf(req);
  if (!found) return showLost(res, null);
  const guest = await personOf(found, req.params.guest);
  const kind = kindOf(req.query['a']);
  const isOpen = replyState(found.access.event, guest, now()) === 'open';
  if (!kind || !isOpen || guest.replacedBy) return res.redirect(303, paths.secretary);
  showReply(req, res, { found, guest, kind, form: null });
}

function leaveOne(req: OneGuest, res: Response): void {
  res.redirect(303, paths.secretary);
}

async function confirmOne(req: OneGuest, res: Response): Promise<void> {
  const found = await secretaryOf(req);
  if (!found) return showLost(res, null);
  const guest = await personOf(found, req.params.guest);
  const { mailFrom: from, secret } = siteOf(req);
  const context = { guest, token: nonceToken(found, guest), nonceKey: secret('nonce'), from };
  await submit(req, res, ReplyInput, {
    act: async (input) => {
      const signs = [
        isSuspect(visitOf(req, found.secretary), 'any'),
        isSuspect(visitOf(req, guest), input.kind),
      ];
      const { answer } = await answerInvitation(found.access, input, {
        ...context,
        isSuspect: signs.includes(true),
      });
      rememberAnswer(req, res, answer?.key ?? '');
      res.redirect(303, `${paths.secretary}#person-${String(guest._id)}`);
    },
    again: async (form) => {
      const fresh = await personOf(found, req.params.guest);
      showReply(req, res, { found, guest: fresh, kind: kindOf(form.values['kind']) ?? 'attending', form });
    },
  });
}

async function takeBackOne(req: OneGuest, res: Response): Promise<void> {
  const found = await secretaryOf(req);
  if (!found) return showLost(res, null);
  const guest = await personOf(found, req.params.guest);
  await takeBackAnswer(found.access, guest, { keys: answeredBy(req), mark: req.body?.seen });
  res.redirect(303, `${paths.secretary}#person-${String(guest._id)}`);
}

interface Asking {
  found: FoundSecretary;
  guest: Guest;
  kind: ReplyKind;
  form: FormState | null;
}

function showReply(req: Request, res: Response, { found, guest, kind, form }: Asking): void {
  const { event } = found.access;
  preferLocale(req, res, guest.locale);
  useTimeZone(res, event.timeZone);
  const locale = localeOf(res);
  const facts: GuestFacts = { guest, event, state: replyState(event, guest, now()), locale };
  const nonce = issueNonce(siteOf(req).secret('nonce'), nonceToken(found, guest), now());
  const places = {
    choose: (each: ReplyKind) => `${paths.secretaryGuest(guest)}?a=${each}`,
    confirm: paths.secretaryConfirm(guest),
    back: `${paths.secretary}#person-${String(guest._id)}`,
    draft: '',
    trap: paths.secretaryTrap,
    button: translate(locale, `secretaries.confirm.${kind}` satisfies MessageKey),
  };
  const model = replyPage(facts, { kind, nonce, form, restoredAt: null, places });
  page(res, guestViews, 'invitations/reply', model, { title: model.heading.title });
}

/** A form is good for this link and this guest only. */
function nonceToken({ token }: FoundSecretary, { _id }: Pick<Guest, '_id'>): string {
  return `${token}:${String(_id)}`;
}

function kindOf(value: unknown): ReplyKind | null {
  return replyKinds.find((kind) => kind === value) ?? null;
}
