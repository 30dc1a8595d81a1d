import type { MessageKey } from '../../../locales/keys.ts';
import { paths } from '../../paths.ts';
import { formatTime } from '../../platform/i18n/format.ts';
import { translate } from '../../platform/i18n/translate.ts';
import { can } from '../access/access.ts';
import { seatsOf } from './lay-out.ts';
import { areaTitle, drawingModel } from './present-drawing.ts';
import { presets } from './present-presets.ts';
import { countWaiting, type SideFacts, sideModel } from './present-side.ts';
import type { DrawingModel, IndexModel } from './views.ts';

const states = ['free', 'taken', 'arrived', 'kept', 'blocked', 'wrong'] as const;

export function indexModel(facts: SideFacts): IndexModel {
  const { access, locale, plan, seating } = facts;
  const { event } = access;
  const canEdit = can(access, 'seating.edit');
  const seats = seatsOf(plan).filter(({ blocked }) => !blocked).length;
  const taken = Object.keys(seating.seats).length;
  const here = paths.seating(event);
  return {
    lead: seats > 0 ? translate(locale, 'seating.lead', { seats, taken, waiting: countWaiting(facts) }) : '',
    canEdit,
    isDrawn: seats > 0,
    paths: {
      plan: paths.seatingPlan(event),
      automatic: paths.automaticSeating(event),
      sheetA3: `${paths.seatingSheet(event)}?paper=a3`,
      sheetA4: `${paths.seatingSheet(event)}?paper=a4`,
      move: paths.moveSeat(event),
      drawing: `${here}?part=plan`,
      side: `${here}?${new URLSearchParams({ ...sideQuery(facts), part: 'side' }).toString()}`,
    },
    cards: cardsModel(facts),
    undo: canEdit ? undoModel(facts) : null,
    presets: presets(locale).map(({ id, title, text }) => ({
      href: `${paths.seatingPlan(event)}?preset=${id}`,
      title,
      text,
    })),
    legend: states.map((state) => ({ state, label: translate(locale, `seating.state.${state}`) })),
    texts: JSON.stringify(textsFor(facts)),
    drawing: planModel(facts),
    side: sideModel(facts),
  };
}

export type PlanFacts = Omit<SideFacts, 'conflicts'>;

export function planModel({ access, locale, plan, seating, guests, query }: PlanFacts): DrawingModel {
  return drawingModel({
    plan,
    locale,
    seats: seating.seats,
    guests,
    canMove: can(access, 'seating.edit'),
    chosen: query.seat,
  });
}

function sideQuery({ query: { seat, who, q } }: SideFacts): Record<string, string> {
  return Object.fromEntries(Object.entries({ seat, who, q }).filter(([, value]) => value !== ''));
}

/** All in one file, and part by part: whoever sets the tables takes one part after the other. */
function cardsModel({ access, locale, plan }: SideFacts): IndexModel['cards'] {
  const href = paths.placeCards(access.event);
  const parts = plan.areas.length > 1 ? plan.areas : [];
  return [
    { href, label: translate(locale, 'seating.print-cards') },
    ...parts.map(({ area }) => ({
      href: `${href}?area=${area.id}`,
      label: translate(locale, 'seating.print-cards-of', { part: areaTitle(area, locale) }),
    })),
  ];
}

function undoModel({ access, locale, seating }: SideFacts): IndexModel['undo'] {
  const step = seating.steps.at(-1);
  if (!step) return null;
  const label = translate(locale, 'seating.undo', {
    what: { key: `seating.step.${step.kind}`, params: { count: step.moves.length } },
    by: step.by,
    time: formatTime(locale, new Date(step.at), access.event.timeZone),
  });
  return { action: paths.undoSeating(access.event), step: step.id, label };
}

const spoken = {
  held: 'seating.say.held',
  cancelled: 'seating.say.cancelled',
  seated: 'seating.say.seated',
  swapped: 'seating.say.swapped',
  unseated: 'seating.say.unseated',
  taken: 'seating.say.taken',
  blocked: 'seating.say.blocked',
} as const satisfies Record<string, MessageKey>;

/** What the page says aloud while people are moved; the names are put in by the browser. */
function textsFor({ locale }: SideFacts): Record<string, string> {
  return Object.fromEntries(
    Object.entries(spoken).map(([name, key]) => [
      name,
      translate(locale, key, { name: '{name}', seat: '{seat}', other: '{other}' }),
    ]),
  );
}
