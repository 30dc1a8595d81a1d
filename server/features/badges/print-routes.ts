import { type Request, type Response, Router } from 'express';
import { sizeOf } from '../../../contract/badge/design.ts';
import { gridOf, type SheetGrid } from '../../../contract/badge/sheet.ts';
import { inLocale } from '../../../contract/localised.ts';
import type { EventBadges } from '../../../models/badge-design.ts';
import { anEvent, paths } from '../../paths.ts';
import { NotFound } from '../../platform/errors.ts';
import { parse } from '../../platform/http/input.ts';
import { siteOf } from '../../platform/http/site.ts';
import { localeOf } from '../../platform/http/locale.ts';
import { page } from '../../platform/http/page.ts';
import { flash } from '../../platform/http/reply.ts';
import { translate } from '../../platform/i18n/translate.ts';
import { renderPdf } from '../../platform/pdf/render-pdf.ts';
import { slugify } from '../../platform/text.ts';
import type { Access } from '../access/access.ts';
import { enter } from '../access/enter.ts';
import { choiceAddress, withChosen } from '../guests/chosen-guests.ts';
import { badgesDocument } from './badge-document.ts';
import { badgeFacts } from './badge-facts.ts';
import { type BadgeGuest, badgeGuests, countBadgeGuests } from './badge-guests.ts';
import { ChosenInput, PageSizeQuery, PrintInput, PrintQuery } from './input.ts';
import { designFor, loadBadges } from './load-badges.ts';
import { makeBadges } from './present-badges.ts';
import { notePrinted, queueBadges } from './note-printed.ts';
import { sheetModel, titleOf } from './present-pages.ts';
import { printModel } from './present-print.ts';
import { printedCounts } from './printed-counts.ts';
import { views } from './views.ts';

/** Badges for many: as a file, from the browser, or by the print station. */
export function printRoutes(): Router {
  const router = Router();
  router.get(paths.badgesToPrint(anEvent), showPrint);
  router.post(paths.chooseBadges(anEvent), choose);
  router.post(paths.badgesPdf(anEvent), sendPdf);
  router.post(paths.badgesSheet(anEvent), showSheet);
  router.post(paths.badgesToStation(anEvent), sendToStation);
  router.get(paths.badgePageSize, sendPageSize);
  return router;
}

async function showPrint(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'badges.view');
  const chosen = withChosen(req.session, parse(PrintQuery, req.query));
  const [badges, count, printed] = await Promise.all([
    loadBadges(access.event),
    countBadgeGuests(access, chosen),
    printedCounts(access),
  ]);
  const locale = localeOf(res);
  const model = printModel({ access, locale, badges, chosen, count, printed });
  page(res, views, 'badges/print', model, { title: translate(locale, 'badges.print') });
}

async function choose(req: Request, res: Response): Promise<void> {
  const { event } = await enter(req, 'badges.view');
  const { guests } = parse(ChosenInput, req.body);
  res.redirect(303, `${paths.badgesToPrint(event)}?who=guests&${choiceAddress(req.session, guests)}`);
}

async function sendPdf(req: Request, res: Response): Promise<void> {
  const { access, badges, guests, input } = await asked(req);
  const { event } = access;
  const grid = gridFor(badges, guests);
  const made = await makeBadges(await badgeFacts(siteOf(req), { event, badges }, guests), guests, grid.label);
  const locale = localeOf(res);
  const title = titleOf(event, locale);
  const author = inLocale(event.host.name, locale);
  const facts = { grid, start: input.start, logo: badges.logo, title, author, locale };
  const pdf = await renderPdf(await badgesDocument(made, facts), access.actor.id);
  if (input.counted) await count(access, { guests, badges, jobId: input.jobId });
  // Whoever has the code on a badge gets in.
  res.setHeader('Cache-Control', 'no-store');
  res
    .attachment(`${slugify(translate(locale, 'badges.title'))}-${event.slug}.pdf`)
    .type('pdf')
    .send(pdf);
}

async function showSheet(req: Request, res: Response): Promise<void> {
  const { access, badges, guests, input } = await asked(req);
  const { event } = access;
  const size = sizeOf(designFor(badges, commonCategory(guests)));
  const made = await makeBadges(await badgeFacts(siteOf(req), { event, badges }, guests), guests, size);
  if (input.counted) await count(access, { guests, badges, jobId: input.jobId });
  const locale = localeOf(res);
  res.setHeader('Cache-Control', 'no-store');
  page(res, views, 'badges/sheet', sheetModel(made, { event, locale, rev: badges.rev }), {
    layout: 'print',
    title: titleOf(event, locale),
  });
}

async function sendToStation(req: Request, res: Response): Promise<void> {
  const { access, badges, guests, input } = await asked(req);
  await queueBadges(access, { guests, jobId: input.jobId, designRev: badges.rev });
  flash(req, 'good', translate(localeOf(res), 'badges.sent', { count: guests.length }));
  res.redirect(303, paths.printStation(access.event));
}

/** A page without margins, as large as the badge: what a printer of labels needs to know. */
function sendPageSize(req: Request, res: Response): void {
  const { w, h } = parse(PageSizeQuery, req.query);
  res.setHeader('Cache-Control', 'public, max-age=86400');
  res.type('css').send(`@page { size: ${w}mm ${h}mm; margin: 0; }\n`);
}

interface Asked {
  access: Access;
  badges: EventBadges;
  guests: BadgeGuest[];
  input: PrintInput;
}

async function asked(req: Request): Promise<Asked> {
  const access = await enter(req, 'badges.print');
  const input = withChosen(req.session, parse(PrintInput, req.body));
  const [badges, guests] = await Promise.all([
    loadBadges(access.event),
    badgeGuests(access, input, input.part),
  ]);
  if (guests.length === 0) throw new NotFound('badges.nobody');
  return { access, badges, guests, input };
}

async function count(
  access: Access,
  { guests, badges, jobId }: Pick<Asked, 'guests' | 'badges'> & { jobId: string },
): Promise<void> {
  await notePrinted(access, { guests, jobId, designRev: badges.rev });
}

/** On sheets all badges have one size: that of everybody, or of the category where all are of one. */
function gridFor(badges: EventBadges, guests: readonly BadgeGuest[]): SheetGrid {
  return gridOf(badges.paper, sizeOf(designFor(badges, commonCategory(guests))));
}

function commonCategory(guests: readonly BadgeGuest[]): string {
  const [first] = guests;
  return first && guests.every(({ category }) => category === first.category) ? first.category : '';
}
