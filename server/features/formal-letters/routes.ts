import { type Request, type Response, Router } from 'express';
import { locales } from '../../../contract/locales.ts';
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
import { displayName } from '../directory/person-name.ts';
import {
  type Addressee,
  addressees,
  begunWaves,
  countAddressees,
  exampleAddressee,
  examplesOf,
} from './addressees.ts';
import { FormalLetterInput, PageQuery, PreviewInput, PrintQuery } from './input.ts';
import { loadFormalLetter } from './load-formal-letter.ts';
import { passesFor } from './passes-for.ts';
import { type LetterFacts, letterTo } from './present-letter.ts';
import { paperModel } from './present-paper.ts';
import { lettersFile } from './present-pdf.ts';
import { indexModel } from './present.ts';
import { saveFormalLetter } from './save-formal-letter.ts';
import { unprintableGuests } from './unprintable.ts';
import { views } from './views.ts';

const anEvent = { slug: ':event' };

/** Invitations on paper: written once for the event, printed for one guest or for many. Printing marks nobody. */
export function routes(): Router {
  const router = Router();
  router.use(paths.formalLetters(anEvent), useLayout('desk'));
  router.get(paths.formalLetters(anEvent), showLetter);
  router.post(paths.formalLetters(anEvent), saveLetter);
  router.post(paths.formalLetterPreview(anEvent), showPreview);
  router.get(paths.formalLettersPrint(anEvent), sendMany);
  router.get(paths.formalLetter(anEvent, ':guest'), sendOne);
  return router;
}

async function showLetter(req: Request, res: Response): Promise<void> {
  await letterPage(req, res, { access: await enter(req, 'invitations.send'), form: null });
}

async function saveLetter(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'invitations.send');
  await submit(req, res, FormalLetterInput, {
    act: async (input) => {
      await saveFormalLetter(access, input);
      flash(req, 'good', translate(localeOf(res), 'formal-letters.saved'));
      res.redirect(303, paths.formalLetters(access.event));
    },
    again: (form) => letterPage(req, res, { access, form }),
  });
}

async function showPreview(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'invitations.send');
  const { guest: id, rev: _rev, ...letter } = parse(PreviewInput, req.body);
  const guest = await exampleAddressee(access, id);
  if (!guest) return void res.status(204).end();
  const sheet = letterTo(await factsFor(req, { event: access.event, letter, guests: [guest] }), guest);
  fragment(res, views, 'formal-letters/_paper', paperModel(sheet, localeOf(res)));
}

async function sendOne(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'invitations.send');
  const id = String(req.params['guest']);
  const guest = /^[0-9a-f]{24}$/.test(id) ? await exampleAddressee(access, id) : null;
  if (!guest) throw new NotFound('guests.unknown');
  await sendLetters(req, res, { access, guests: [guest], file: displayName(guest.name, 'vi') });
}

async function sendMany(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'invitations.send');
  const { who, part } = parse(PrintQuery, req.query);
  const guests = await addressees(access, who, part);
  if (guests.length === 0) throw new NotFound('formal-letters.nobody');
  await sendLetters(req, res, { access, guests, file: `${access.event.slug}-${part}` });
}

async function sendLetters(
  req: Request,
  res: Response,
  { access, guests, file }: { access: Access; guests: readonly Addressee[]; file: string },
): Promise<void> {
  const { event } = access;
  const facts = await factsFor(req, { event, letter: await loadFormalLetter(event), guests });
  const { name, pdf } = await lettersFile(facts, guests, { about: file, whom: access.actor.id });
  // A personal link is in it.
  res.setHeader('Cache-Control', 'no-store');
  res.attachment(name).type('pdf').send(pdf);
}

async function letterPage(
  req: Request,
  res: Response,
  { access, form }: { access: Access; form: FormState | null },
): Promise<void> {
  const { who } = parse(PageQuery, req.query);
  const [letter, examples, count, waves, unprintable] = await Promise.all([
    loadFormalLetter(access.event),
    examplesOf(access, locales),
    countAddressees(access, who),
    begunWaves(access),
    unprintableGuests(access, who),
  ]);
  const typed = form ? FormalLetterInput.safeParse({ ...form.values, rev: 0 }) : null;
  const facts = await factsFor(req, {
    event: access.event,
    letter: typed?.data ?? letter,
    guests: examples,
  });
  const locale = localeOf(res);
  const sheets = examples.map((guest) => letterTo(facts, guest));
  const model = indexModel({
    access,
    locale,
    letter,
    form,
    examples,
    sheets,
    who,
    count,
    waves,
    unprintable,
  });
  page(res, views, 'formal-letters/index', model, { title: translate(locale, 'formal-letters.title') });
}

async function factsFor(
  req: Request,
  { guests, ...facts }: Pick<LetterFacts, 'event' | 'letter'> & { guests: readonly Addressee[] },
): Promise<LetterFacts> {
  const { url, secret } = siteOf(req);
  const passes = await passesFor(facts.event, guests, secret('pass'));
  return { ...facts, site: { url, linkKey: secret('guest-link') }, passes };
}
