import { type Request, type Response, Router } from 'express';
import { inLocale } from '../../../contract/localised.ts';
import type { PassLayout } from '../../../contract/pass/pass-layout.ts';
import { anEvent, paths } from '../../paths.ts';
import { NotFound } from '../../platform/errors.ts';
import { parse } from '../../platform/http/input.ts';
import { localeOf } from '../../platform/http/locale.ts';
import { page, useLayout } from '../../platform/http/page.ts';
import { flash } from '../../platform/http/reply.ts';
import { siteOf } from '../../platform/http/site.ts';
import { translate } from '../../platform/i18n/translate.ts';
import { renderPdf } from '../../platform/pdf/render-pdf.ts';
import { slugify } from '../../platform/text.ts';
import type { Access } from '../access/access.ts';
import { enter } from '../access/enter.ts';
import { choiceAddress, withChosen } from '../guests/chosen-guests.ts';
import { loadGuest } from '../guests/load-guest.ts';
import { passesDocument } from '../passes/pass-document.ts';
import { passTexts } from '../passes/pass-of.ts';
import { rotateKey } from '../passes/rotate-key.ts';
import { ChosenInput, PassPrintQuery } from './input.ts';
import { gatesByCategory } from './pass-card.ts';
import { countPassHolders, type PassHolder, passHolders } from './pass-holders.ts';
import { passCard } from './present-pass.ts';
import { passPrintModel } from './present-pass-print.ts';
import { views } from './views.ts';

/** Passes on paper, for the office: of those ticked, of whom the list shows, or of one guest. */
export function passPrintRoutes(): Router {
  const router = Router();
  router.get(paths.passPrinting(anEvent), useLayout('desk'), showPrinting);
  router.post(paths.passPrinting(anEvent), choose);
  router.post(paths.rotatePassKey(anEvent), rotate);
  router.get(paths.passSheets(anEvent), sendMany);
  router.get(paths.guestPassSheet(anEvent, ':guest'), sendOne);
  return router;
}

async function showPrinting(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'guests.edit');
  const query = parse(PassPrintQuery, req.query);
  const counted = await countPassHolders(access, withChosen(req.session, query));
  const locale = localeOf(res);
  const model = passPrintModel({ event: access.event, query, ...counted, locale });
  page(res, views, 'invitations/passes', model, { title: translate(locale, 'passes.print.title') });
}

async function choose(req: Request, res: Response): Promise<void> {
  const { event } = await enter(req, 'guests.edit');
  const { guests } = parse(ChosenInput, req.body);
  res.redirect(303, `${paths.passPrinting(event)}?${choiceAddress(req.session, guests)}`);
}

async function rotate(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'events.edit');
  const number = await rotateKey(access, siteOf(req).secret('pass'));
  flash(req, 'good', translate(localeOf(res), 'passes.key.rotated', { number }));
  res.redirect(303, paths.passPrinting(access.event));
}

async function sendMany(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'guests.edit');
  const query = withChosen(req.session, parse(PassPrintQuery, req.query));
  const holders = await passHolders(access, query, query.file);
  if (holders.length === 0) throw new NotFound('passes.print.nobody');
  await sendPasses(req, res, { access, holders, layout: query.layout, file: String(query.file) });
}

async function sendOne(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'guests.edit');
  const guest = await loadGuest(access, String(req.params['guest']));
  const asked = parse(PassPrintQuery, { guests: String(guest._id) });
  const holders = await passHolders(access, asked, 1);
  if (holders.length === 0) throw new NotFound('passes.print.nobody');
  await sendPasses(req, res, { access, holders, layout: 'a6', file: '' });
}

interface Printing {
  access: Access;
  holders: readonly PassHolder[];
  layout: PassLayout;
  /** What tells this file from the others; empty for the pass of one. */
  file: string;
}

async function sendPasses(req: Request, res: Response, printing: Printing): Promise<void> {
  const { access, holders, layout, file } = printing;
  const { event, actor } = access;
  const [texts, gateFor] = await Promise.all([
    passTexts(event, holders, siteOf(req).secret('pass')),
    gatesByCategory(event),
  ]);
  const cards = holders.map((guest) =>
    passCard({
      event,
      guest,
      locale: guest.locale,
      text: texts.get(String(guest._id)) ?? '',
      gate: gateFor(guest.category),
    }),
  );
  const heading = translate(localeOf(res), 'passes.print.title');
  const about = {
    title: `${heading} – ${inLocale(event.title, event.defaultLocale)}`,
    author: inLocale(event.host.name, event.defaultLocale),
  };
  const pdf = await renderPdf(passesDocument(cards, about, layout), actor.id);
  // Whoever has it gets in.
  res.setHeader('Cache-Control', 'no-store');
  const name = [slugify(heading), event.slug, file].filter(Boolean).join('-');
  res.attachment(`${name}.pdf`).type('pdf').send(pdf);
}
