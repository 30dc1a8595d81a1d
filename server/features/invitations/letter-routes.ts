import { type Request, type Response, Router } from 'express';
import { isLocale } from '../../../contract/locales.ts';
import { paths } from '../../paths.ts';
import { type FormState, submit } from '../../platform/http/form.ts';
import { parse } from '../../platform/http/input.ts';
import { localeOf } from '../../platform/http/locale.ts';
import { fragment, page, useLayout } from '../../platform/http/page.ts';
import { flash } from '../../platform/http/reply.ts';
import { translate } from '../../platform/i18n/translate.ts';
import type { Access } from '../access/access.ts';
import { enter } from '../access/enter.ts';
import { firstGuests, previewGuest } from './addressees.ts';
import { LetterInput, PreviewInput } from './input.ts';
import { letterModel, letterView, nobody } from './present-send.ts';
import { saveLetter } from './save-letter.ts';
import { views } from './views.ts';

export function letterRoutes(): Router {
  const router = Router();
  const desk = useLayout('desk');
  router.get('/events/:event/invitations/letter', desk, showLetter);
  router.post('/events/:event/invitations/letter', desk, save);
  router.get('/events/:event/invitations/preview', useLayout('print'), showPreview);
  router.post('/events/:event/invitations/preview', useLayout('print'), showPreview);
  return router;
}

async function showLetter(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'invitations.edit');
  await letterPage(res, access, null);
}

async function save(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'invitations.edit');
  await submit(req, res, LetterInput, {
    act: async (input) => {
      await saveLetter(access, input);
      flash(req, 'good', translate(localeOf(res), 'common.saved'));
      res.redirect(303, paths.invitationLetter(access.event));
    },
    again: (form) => letterPage(res, access, form),
  });
}

/** The letter as it was last typed, or as it is saved; nothing is written. */
async function showPreview(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'invitations.view');
  const input = parse(PreviewInput, req.method === 'POST' ? req.body : req.query);
  const guest = await previewGuest(access, input.guest);
  const locale = isLocale(input.language) ? input.language : (guest?.locale ?? localeOf(res));
  const event = { ...access.event, letter: { ...access.event.letter, ...given(input.letter) } };
  const model = letterView(guest ?? nobody, event, locale, localeOf(res));
  if (req.get('x-requested-with') === 'fetch') return fragment(res, views, 'invitations/_letter', model);
  page(res, views, 'invitations/preview', model, { title: model.subject });
}

/** Languages that were not sent stay as they are saved. */
function given<T extends object>(letter: T | undefined): { [K in keyof T]?: NonNullable<T[K]> } {
  const present = Object.entries(letter ?? {}).filter(([, text]) => text !== undefined);
  return Object.fromEntries(present) as { [K in keyof T]?: NonNullable<T[K]> };
}

async function letterPage(res: Response, access: Access, form: FormState | null): Promise<void> {
  const facts = { event: access.event, guests: await firstGuests(access), form };
  const title = translate(localeOf(res), 'invitations.letter-title');
  page(res, views, 'invitations/letter', letterModel(facts, localeOf(res)), { title });
}
