import { paths } from '../../paths.ts';
import { formatTime } from '../../platform/i18n/format.ts';
import { translate } from '../../platform/i18n/translate.ts';
import { can } from '../access/access.ts';
import { seatsOf } from './lay-out.ts';
import { areaTitle } from './present-drawing.ts';
import { countWaiting, type SideFacts } from './present-side.ts';
import type { HeadModel } from './views.ts';

export type HeadFacts = Pick<SideFacts, 'access' | 'locale' | 'plan' | 'seating' | 'guests'>;

export function headModel(facts: HeadFacts): HeadModel {
  const { access, locale, plan, seating } = facts;
  const { event } = access;
  const canEdit = can(access, 'seating.edit');
  const seats = seatsOf(plan).filter(({ blocked }) => !blocked).length;
  const taken = seatsOf(plan).filter(({ key }) => seating.seats[key] !== undefined).length;
  return {
    lead: seats > 0 ? translate(locale, 'seating.lead', { seats, taken, waiting: countWaiting(facts) }) : '',
    canEdit,
    isDrawn: seats > 0,
    paths: {
      plan: paths.seatingPlan(event),
      automatic: paths.automaticSeating(event),
      sheetA3: `${paths.seatingSheet(event)}?paper=a3`,
      sheetA4: `${paths.seatingSheet(event)}?paper=a4`,
    },
    cards: cardsModel(facts),
    undo: canEdit ? undoModel(facts) : null,
  };
}

/** All in one file, and part by part: whoever sets the tables takes one part after the other. */
function cardsModel({ access, locale, plan, seating }: HeadFacts): HeadModel['cards'] {
  const href = paths.placeCards(access.event);
  const seated = plan.areas.filter(({ seats }) => seats.some(({ key }) => seating.seats[key] !== undefined));
  if (seated.length === 0) return [];
  const parts = plan.areas.length > 1 ? seated : [];
  return [
    { href, label: translate(locale, 'seating.print-cards') },
    ...parts.map(({ area }) => ({
      href: `${href}?area=${area.id}`,
      label: translate(locale, 'seating.print-cards-of', { part: areaTitle(area, locale) }),
    })),
  ];
}

function undoModel({ access, locale, seating }: HeadFacts): HeadModel['undo'] {
  const step = seating.steps.at(-1);
  if (!step) return null;
  const label = translate(locale, 'seating.undo', {
    what: { key: `seating.step.${step.kind}`, params: { count: step.moves.length } },
    by: step.by,
    time: formatTime(locale, new Date(step.at), access.event.timeZone),
  });
  return { action: paths.undoSeating(access.event), step: step.id, label };
}
