import type { MessageKey } from '../../../locales/keys.ts';
import { paths } from '../../paths.ts';
import { translate } from '../../platform/i18n/translate.ts';
import { can } from '../access/access.ts';
import { drawingModel } from './present-drawing.ts';
import { headModel } from './present-head.ts';
import { presets } from './present-presets.ts';
import { type SideFacts, sideModel } from './present-side.ts';
import type { DrawingModel, IndexModel } from './views.ts';

const states = ['free', 'taken', 'arrived', 'kept', 'blocked', 'wrong'] as const;

export function indexModel(facts: SideFacts): IndexModel {
  const { access, locale } = facts;
  const { event } = access;
  const canEdit = can(access, 'seating.edit');
  const here = paths.seating(event);
  const head = headModel(facts);
  return {
    head,
    canEdit,
    isDrawn: head.isDrawn,
    paths: {
      plan: paths.seatingPlan(event),
      move: paths.moveSeat(event),
      head: `${here}?part=head`,
      drawing: `${here}?part=plan`,
      side: `${here}?${new URLSearchParams({ ...sideQuery(facts), part: 'side' }).toString()}`,
    },
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

const spoken = {
  held: 'seating.say.held',
  holding: 'seating.say.holding',
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
