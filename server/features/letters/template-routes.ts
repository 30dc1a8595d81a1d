import { type Request, type Response, Router } from 'express';
import type { LetterKind } from '../../../contract/letters.ts';
import { isLocale, type Locale, locales } from '../../../contract/locales.ts';
import type { LetterTexts } from '../../../models/message-template.ts';
import { paths } from '../../paths.ts';
import { NotFound } from '../../platform/errors.ts';
import { type FormState, submit } from '../../platform/http/form.ts';
import { parse } from '../../platform/http/input.ts';
import { localeOf } from '../../platform/http/locale.ts';
import { fragment, page, useLayout } from '../../platform/http/page.ts';
import { flash } from '../../platform/http/reply.ts';
import { siteOf } from '../../platform/http/site.ts';
import { translate } from '../../platform/i18n/translate.ts';
import type { Access } from '../access/access.ts';
import { enter } from '../access/enter.ts';
import { guestsToTry, previewGuest } from './addressees.ts';
import { GuestSearch, KindInput, PreviewInput, TemplateInput } from './input.ts';
import { loadTemplate, ownTemplates } from './load-template.ts';
import { letterView, nobody } from './present-letter.ts';
import { editModel, foundModel, kindsModel } from './present-template.ts';
import { conflictsOf, forgetTemplate, saveTemplate, versionOf } from './save-template.ts';
import { sendTest } from './send-test.ts';
import { views } from './views.ts';

const anEvent = { slug: ':event' };

export function templateRoutes(): Router {
  const router = Router();
  const desk = useLayout('desk');
  const print = useLayout('print');
  router.get(paths.letters(anEvent), desk, showKinds);
  router.get(paths.letterGuests(anEvent), findGuests);
  router.get(paths.letter(anEvent, ':kind'), desk, showLetter);
  router.post(paths.letter(anEvent, ':kind'), desk, save);
  router.get(paths.letterPreview(anEvent, ':kind'), print, showPreview);
  router.post(paths.letterPreview(anEvent, ':kind'), print, showPreview);
  router.post(paths.testLetter(anEvent, ':kind'), desk, test);
  router.post(paths.forgetLetter(anEvent, ':kind'), desk, forget);
  return router;
}

async function showKinds(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'invitations.edit');
  const model = kindsModel(access, await ownTemplates(access.event), localeOf(res));
  page(res, views, 'letters/index', model, { title: translate(localeOf(res), 'letters.title') });
}

async function findGuests(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'invitations.edit');
  const { q } = parse(GuestSearch, req.query);
  const guests = await guestsToTry(access, q);
  fragment(res, views, 'letters/_found', foundModel(guests, localeOf(res), String(guests[0]?._id ?? '')));
}

async function showLetter(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'invitations.edit');
  await letterPage(res, access, { kind: kindIn(req), form: null });
}

async function save(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'invitations.edit');
  const kind = kindIn(req);
  await submit(req, res, TemplateInput, {
    act: async (input) => {
      await saveTemplate(access, kind, input);
      flash(req, 'good', translate(localeOf(res), 'common.saved'));
      res.redirect(303, paths.letter(access.event, kind));
    },
    again: (form) => letterPage(res, access, { kind, form }),
  });
}

async function forget(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'invitations.edit');
  const kind = kindIn(req);
  await forgetTemplate(access, kind);
  flash(req, 'good', translate(localeOf(res), 'letters.forgotten'));
  res.redirect(303, paths.letter(access.event, kind));
}

/** What is typed goes to whoever types it; nothing is saved, and no guest hears of it. */
async function test(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'invitations.edit');
  const kind = kindIn(req);
  await submit(req, res, PreviewInput, {
    act: async (input) => {
      const guest = await previewGuest(access, input);
      const locale = isLocale(input.language) ? input.language : localeOf(res);
      const texts = await typed(access, kind, input.texts);
      const letter = { kind, texts, locale, guest: guest?._id ?? null };
      const email = await sendTest(access, letter, siteOf(req).mailFrom);
      flash(req, 'good', translate(localeOf(res), 'letters.test-sent', { email }));
      await letterPage(res, access, { kind, form: { values: req.body ?? {}, errors: {}, refused: '' } });
    },
    again: (form) => letterPage(res, access, { kind, form }),
  });
}

/** The letter as it was last typed, or as it is saved; nothing is written. */
async function showPreview(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'invitations.edit');
  const input = parse(PreviewInput, req.method === 'POST' ? req.body : req.query);
  const guest = await previewGuest(access, input);
  const locale = isLocale(input.language) ? input.language : (guest?.locale ?? localeOf(res));
  const texts = await typed(access, kindIn(req), input.texts);
  const model = letterView({ guest: guest ?? nobody, event: access.event, texts, locale }, localeOf(res));
  if (req.get('x-requested-with') === 'fetch') return fragment(res, views, 'letters/_letter', model);
  page(res, views, 'letters/preview', model, { title: model.subject });
}

/** Languages that were not sent stay as they are saved. */
async function typed(access: Access, kind: LetterKind, texts: PreviewInput['texts']): Promise<LetterTexts> {
  const { texts: stored } = await loadTemplate(access.event, kind);
  return {
    vi: texts?.vi ?? stored.vi,
    en: texts?.en ?? stored.en,
    ru: texts?.ru ?? stored.ru,
  };
}

interface Showing {
  kind: LetterKind;
  form: FormState | null;
}

async function letterPage(res: Response, access: Access, { kind, form }: Showing): Promise<void> {
  const [{ texts, isOwn }, guests] = await Promise.all([
    loadTemplate(access.event, kind),
    guestsToTry(access, ''),
  ]);
  const versions = { vi: versionOf(texts.vi), en: versionOf(texts.en), ru: versionOf(texts.ru) };
  const conflicts = form ? conflictsIn(form, texts) : [];
  const model = editModel(access, { kind, texts, isOwn, versions, conflicts, guests, form }, localeOf(res));
  page(res, views, 'letters/edit', model, { title: model.title });
}

function conflictsIn(form: FormState, stored: LetterTexts): Locale[] {
  const input = TemplateInput.safeParse(form.values);
  return input.success && locales.some((locale) => input.data.seen[locale] !== '')
    ? conflictsOf(stored, input.data)
    : [];
}

function kindIn(req: Request): LetterKind {
  const kind = KindInput.safeParse(req.params['kind']);
  if (!kind.success) throw new NotFound();
  return kind.data;
}
