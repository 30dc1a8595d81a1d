import { type Request, type Response, Router } from 'express';
import { inLocale } from '../../../contract/localised.ts';
import { paths } from '../../paths.ts';
import { Refused } from '../../platform/errors.ts';
import { parse } from '../../platform/http/input.ts';
import { localeOf } from '../../platform/http/locale.ts';
import { flash } from '../../platform/http/reply.ts';
import { translate } from '../../platform/i18n/translate.ts';
import { renderPdf } from '../../platform/pdf/render-pdf.ts';
import { enter } from '../access/enter.ts';
import { PrintQuery } from './input.ts';
import { loadSeating } from './load-seating.ts';
import { placeCardsDocument } from './place-cards.ts';
import { placeCards, type PrintFacts, printFile, seatingSheet } from './present-print.ts';
import { guestsById, seatedGuests } from './seating-guests.ts';
import { seatingDocument } from './seating-sheet.ts';

const anEvent = { slug: ':event' };
const CARDS = 600;

export function printRoutes(): Router {
  const router = Router();
  router.get(paths.seatingSheet(anEvent), sendSheet);
  router.get(paths.placeCards(anEvent), sendCards);
  return router;
}

async function sendSheet(req: Request, res: Response): Promise<void> {
  const { facts, whom } = await factsFor(req, res);
  const { event, locale, seating } = facts;
  if (seating.areas.length === 0) return sayWhyNot(req, res, { facts, why: 'seating.no-plan' });
  const file = printFile(event, translate(locale, 'seating.sheet'));
  sendPdf(res, await renderPdf(seatingDocument(seatingSheet(facts)), whom), file);
}

async function sendCards(req: Request, res: Response): Promise<void> {
  const { facts, whom } = await factsFor(req, res);
  const { event, locale } = facts;
  const cards = placeCards(facts);
  if (cards.length === 0) return sayWhyNot(req, res, { facts, why: 'seating.nobody-seated' });
  if (cards.length > CARDS) throw new Refused('seating.too-many-cards', { most: CARDS, count: cards.length });
  const title = translate(locale, 'seating.cards');
  const author = inLocale(event.host.name, locale);
  const pdf = await renderPdf(placeCardsDocument(cards, { title, author, locale }), whom);
  sendPdf(res, pdf, printFile(event, title));
}

async function factsFor(req: Request, res: Response): Promise<{ facts: PrintFacts; whom: string }> {
  const access = await enter(req, 'seating.view');
  const seating = await loadSeating(access.event);
  const guests = await seatedGuests(access, seating.seats);
  const query = parse(PrintQuery, req.query);
  const { event, actor } = access;
  const facts = { event, seating, guests: guestsById(guests), locale: localeOf(res), query };
  return { facts, whom: actor.id };
}

/** The address is right and only the hall is empty: the plan, where that changes, says so. */
function sayWhyNot(
  req: Request,
  res: Response,
  { facts, why }: { facts: PrintFacts; why: 'seating.no-plan' | 'seating.nobody-seated' },
): void {
  flash(req, 'note', translate(facts.locale, why));
  res.redirect(303, paths.seating(facts.event));
}

function sendPdf(res: Response, pdf: Buffer, file: string): void {
  res.attachment(file).type('pdf').send(pdf);
}
