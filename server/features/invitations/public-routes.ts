import { type Request, type Response, Router } from 'express';
import { paths } from '../../paths.ts';
import { now } from '../../platform/clock.ts';
import { Refused, SignInNeeded } from '../../platform/errors.ts';
import { type FormState, submit } from '../../platform/http/form.ts';
import { parse } from '../../platform/http/input.ts';
import { localeOf, preferLocale } from '../../platform/http/locale.ts';
import { page, useLayout, useTimeZone } from '../../platform/http/page.ts';
import { addressOf, spendUnknownToken } from '../../platform/http/rate-limit.ts';
import { personalPage } from '../../platform/http/security.ts';
import { siteOf } from '../../platform/http/site.ts';
import { publicParts } from '../events/public-event.ts';
import { passTextOf } from '../passes/pass-of.ts';
import { answerInvitation } from './answer-invitation.ts';
import { isForOther } from './answer-mark.ts';
import { calendarFile } from './calendar-entry.ts';
import { findInvited, type Invited } from './find-invited.ts';
import { answeredBy, invitedBy, rememberAnswer, rememberGuest } from './guest-cookie.ts';
import { views } from './guest-views.ts';
import { DraftInput, LinkInput, ReplyInput, type ReplyKind, replyKinds } from './input.ts';
import { lastMailAt } from './last-mail-at.ts';
import { showLost } from './lost-page.ts';
import { issueNonce } from './nonce.ts';
import { paperLink } from './paper-link.ts';
import { passMark } from './pass-card.ts';
import { passPageRoutes } from './pass-page-routes.ts';
import { donePage } from './present-done.ts';
import { type GuestFacts, invitationPage, replyPage } from './present-guest.ts';
import { replyState } from './reply-state.ts';
import { requestLink } from './request-link.ts';
import { draftOf, saveDraft } from './save-draft.ts';
import { isSuspect, noteOpened, noteTrapped } from './suspicion.ts';
import { isGivenBy, takeBackAnswer } from './take-back-answer.ts';
import { isPrefetch, visitOf } from './visit.ts';

export function publicRoutes(): Router {
  const router = Router();
  const personal = [personalPage, useLayout('site')];
  router.get(paths.answerLink(':token'), ...personal, openLink);
  router.get(paths.answer, ...personal, showInvitation);
  router.post(paths.answerConfirm, ...personal, confirmAnswer);
  router.get(paths.answerConfirm, ...personal, leaveConfirm);
  router.get(paths.answerDone, ...personal, showDone);
  router.post(paths.answerDraft, personalPage, keepDraft);
  router.post(paths.answerUndo, ...personal, takeBack);
  router.get(paths.answerUndo, ...personal, leaveConfirm);
  router.get(paths.answerTrap, ...personal, springTrap);
  router.use(passPageRoutes());
  router.get(paths.answerCalendar, personalPage, sendCalendar);
  router.post(paths.requestGuestLink, ...personal, sendLink);
  router.get(paths.requestGuestLink, ...personal, leaveLink);
  return router;
}

/** Only remembers who came; mail scanners open every link, so nothing is answered here. */
async function openLink(req: Request, res: Response): Promise<void> {
  const token = String(req.params['token']);
  const invited = await findInvited(token);
  if (!invited) {
    await spendUnknownToken(req);
    return showLost(res, null);
  }
  noteOpened(visitOf(req, invited.guest), {
    link: kindIn(req) ?? '',
    sentAt: await lastMailAt(invited.guest),
    isPrefetch: isPrefetch(req),
  });
  rememberGuest(req, res, token);
  const kind = kindIn(req);
  res.redirect(303, kind ? `${paths.answer}?a=${kind}` : paths.answer);
}

async function showInvitation(req: Request, res: Response): Promise<void> {
  const invited = await invitedBy(req);
  if (!invited) return showLost(res, null);
  const facts = factsFor(req, res, invited);
  const { answer } = invited.guest;
  const kind = kindIn(req);
  const isChange = req.query['change'] === '1';
  const isNews = kind !== null && kind !== answer?.kind;
  const isUnsure = kind !== null && (answer?.provisional === true || answer?.beforeChange === true);
  const canAnswer = facts.state === 'open' && !invited.guest.replacedBy;
  if (canAnswer && kind && (isNews || isChange || isUnsure))
    return askToConfirm(req, res, { invited, facts, kind, form: null });
  const holds = answer && !answer.refusal && !(answer.beforeChange && canAnswer);
  if (holds && !isChange) return res.redirect(303, paths.answerDone);
  const paper = await paperLink(facts.event, facts.guest, facts.state);
  page(res, views, 'invitations/invitation', invitationPage(facts, paper), { title: titleOf(facts) });
}

async function confirmAnswer(req: Request, res: Response): Promise<void> {
  const invited = await invitedBy(req);
  if (!invited) return showLost(res, null);
  if (isForOther(invited.guest, req.body)) return showOther(req, res, invited);
  const { url: _url, mailFrom: from, secret } = siteOf(req);
  const context = { guest: invited.guest, token: invited.token, nonceKey: secret('nonce'), from };
  await submit(req, res, ReplyInput, {
    act: async (input) => {
      const suspect = isSuspect(visitOf(req, invited.guest), input.kind);
      const { answer } = await answerInvitation(invited.access, input, { ...context, isSuspect: suspect });
      rememberAnswer(req, res, answer?.key ?? '');
      res.redirect(303, paths.answerDone);
    },
    again: async (form) => {
      const fresh = (await invitedBy(req)) ?? invited;
      const facts = factsFor(req, res, fresh);
      const kind = kindOf(form.values['kind']) ?? 'attending';
      askToConfirm(req, res, { invited: fresh, facts, kind, form });
    },
  });
}

/** Another guest's link was opened since: their invitation without anything typed for somebody else. */
async function showOther(req: Request, res: Response, invited: Invited): Promise<void> {
  const facts = factsFor(req, res, invited);
  const paper = await paperLink(facts.event, facts.guest, facts.state);
  const model = invitationPage(facts, paper, { isOther: true });
  page(res, views, 'invitations/invitation', model, { title: titleOf(facts), status: 409 });
}

function leaveConfirm(_req: Request, res: Response): void {
  res.redirect(303, paths.answer);
}

async function showDone(req: Request, res: Response): Promise<void> {
  const invited = await invitedBy(req);
  if (!invited) return showLost(res, null);
  const { answer } = invited.guest;
  if (!answer || answer.refusal) return res.redirect(303, paths.answer);
  const facts = factsFor(req, res, invited);
  const { event } = facts;
  const { hasProgramme } = await publicParts(event);
  const programme = hasProgramme && event.state !== 'draft' ? paths.publicProgramme(event) : '';
  const isOwn = isGivenBy(answer, answeredBy(req));
  const paper = await paperLink(event, facts.guest, facts.state);
  const passText = await passTextOf(event, facts.guest, siteOf(req).secret('pass'));
  const model = donePage({ ...facts, answer, programme, paper, isOwn, passText });
  page(res, views, 'invitations/done', model, { title: titleOf(facts) });
}

/** What is being typed, every now and then; only a script asks for it. */
async function keepDraft(req: Request, res: Response): Promise<void> {
  const invited = await invitedBy(req);
  if (!invited) throw new SignInNeeded();
  if (isForOther(invited.guest, req.body)) throw new Refused('invitations.form-expired');
  await saveDraft(invited.access, invited.guest, parse(DraftInput, req.body));
  res.status(204).end();
}

async function takeBack(req: Request, res: Response): Promise<void> {
  const invited = await invitedBy(req);
  if (!invited) return showLost(res, null);
  const taking = { keys: answeredBy(req), mark: req.body?.seen };
  await takeBackAnswer(invited.access, invited.guest, taking);
  res.redirect(303, paths.answer);
}

/** No person sees this link: who follows it opens everything. */
async function springTrap(req: Request, res: Response): Promise<void> {
  const invited = await invitedBy(req);
  if (invited) noteTrapped(visitOf(req, invited.guest));
  res.redirect(303, paths.answer);
}

async function sendCalendar(req: Request, res: Response): Promise<void> {
  const invited = await invitedBy(req);
  const { url, mailFrom } = siteOf(req);
  const content =
    invited &&
    calendarFile({
      event: invited.access.event,
      guest: invited.guest,
      locale: localeOf(res),
      url: `${url}${paths.publicEvent(invited.access.event)}`,
      organiser: mailFrom,
      stamp: now(),
    });
  if (!invited || !content) return res.redirect(303, paths.answer);
  res.setHeader('Content-Disposition', `attachment; filename="${invited.access.event.slug}.ics"`);
  res.type('text/calendar; charset=utf-8').send(content);
}

async function sendLink(req: Request, res: Response): Promise<void> {
  await submit(req, res, LinkInput, {
    act: async ({ email }) => {
      await requestLink(email, { visitor: addressOf(req), from: siteOf(req).mailFrom });
      showLost(res, null, true);
    },
    again: (form) => showLost(res, form),
  });
}

function leaveLink(_req: Request, res: Response): void {
  res.redirect(303, paths.answer);
}

interface Asking {
  invited: Invited;
  facts: GuestFacts;
  kind: ReplyKind;
  form: FormState | null;
}

function askToConfirm(req: Request, res: Response, { invited, facts, kind, form }: Asking): void {
  const nonce = issueNonce(siteOf(req).secret('nonce'), invited.token, now());
  const draft = form ? null : draftOf(invited.guest, kind);
  const restored = draft && { values: draft, errors: {}, refused: '' };
  const restoredAt = (draft && invited.guest.draft?.at) ?? null;
  const model = replyPage(facts, { kind, nonce, form: form ?? restored, restoredAt });
  page(res, views, 'invitations/reply', model, { title: titleOf(facts) });
}

function factsFor(req: Request, res: Response, { access, guest }: Invited): GuestFacts {
  const { event } = access;
  preferLocale(req, res, guest.locale);
  useTimeZone(res, event.timeZone);
  // A pass that the browser keeps for somebody else is thrown away.
  res.setHeader('Rostrum-Pass', passMark(guest));
  return { guest, event, state: replyState(event, guest, now()), locale: localeOf(res) };
}

function titleOf({ event, locale }: GuestFacts): string {
  return event.title[locale] ?? event.title.vi ?? '';
}

function kindIn(req: Request): ReplyKind | null {
  return kindOf(req.query['a']);
}

function kindOf(value: unknown): ReplyKind | null {
  return replyKinds.find((kind) => kind === value) ?? null;
}
