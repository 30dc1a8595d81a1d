import type { Locale } from '../../../contract/locales.ts';
import type { Seating } from '../../../models/seating.ts';
import { paths } from '../../paths.ts';
import type { FormState } from '../../platform/http/form.ts';
import { errorSummary } from '../../platform/http/form-fields.ts';
import { formatNumber } from '../../platform/i18n/format.ts';
import { translate } from '../../platform/i18n/translate.ts';
import type { Access } from '../access/access.ts';
import { seatText } from '../guests/seat-text.ts';
import type { AutomaticInput } from './input.ts';
import { layOut, seatsOf } from './lay-out.ts';
import { personOf } from './occupant.ts';
import { drawingModel, occupantName } from './present-drawing.ts';
import type { Proposal } from './propose-seats.ts';
import { guestsById, type SeatingGuest } from './seating-guests.ts';
import type { AutomaticModel } from './views.ts';

export interface AutomaticFacts {
  access: Access;
  locale: Locale;
  seating: Seating;
  guests: readonly SeatingGuest[];
  input: AutomaticInput;
  proposal: Proposal;
  form: FormState | null;
}

const SHOWN = 100;
const choices = ['keep', 'delegations', 'companions', 'coming'] as const;

/** What automatic seating would do, before it does it. */
export function automaticModel(facts: AutomaticFacts): AutomaticModel {
  const { access, locale, seating, input, proposal, form } = facts;
  const { moves, arrangement, digest } = proposal;
  const plan = layOut(seating.areas);
  const guests = guestsById(facts.guests);
  const named = (who: string): string => {
    const guest = guests.get(personOf(who).guest);
    return guest ? occupantName(who, guest, locale) : '';
  };
  const seated = moves.filter(({ to }) => to !== '').length;
  return {
    action: paths.automaticSeating(access.event),
    back: paths.seating(access.event),
    errors: errorSummary(form),
    choices: choices.map((name) => ({
      name,
      label: translate(locale, `seating.choice.${name}`),
      hint: translate(locale, `seating.choice.${name}-hint`),
      on: input[name],
    })),
    digest,
    summary: summary(facts),
    canWrite: moves.length > 0,
    submit: translate(locale, 'seating.write', { count: seated }),
    changes: changesOf(facts, named).slice(0, SHOWN),
    more: more(moves.length, locale),
    left: arrangement.left.slice(0, SHOWN).map(named),
    moreLeft: more(arrangement.left.length, locale),
    drawing: drawingModel({
      plan,
      locale,
      seats: arrangement.seats,
      guests,
      canMove: false,
      chosen: '',
      moving: new Set(moves.map(({ who }) => who)),
    }),
  };
}

function summary({ locale, proposal }: AutomaticFacts): AutomaticModel['summary'] {
  const { moves, arrangement, staying } = proposal;
  const count = (test: (move: { from: string; to: string }) => boolean) => moves.filter(test).length;
  const lines = [
    ['new', count(({ from, to }) => from === '' && to !== ''), 'present'],
    ['moved', count(({ from, to }) => from !== '' && to !== ''), 'waiting'],
    ['freed', count(({ to }) => to === ''), ''],
    ['staying', staying, ''],
    ['left', arrangement.left.length, arrangement.left.length > 0 ? 'refused' : ''],
  ] as const;
  return lines.map(([name, value, tone]) => ({
    value: formatNumber(locale, value),
    label: translate(locale, `seating.summary.${name}`),
    tone,
  }));
}

function changesOf(
  { seating, proposal, locale }: AutomaticFacts,
  named: (who: string) => string,
): AutomaticModel['changes'] {
  const seats = new Map(
    seatsOf(layOut(seating.areas)).map((seat) => [seat.key, seatText(seat.place, locale)]),
  );
  return proposal.moves.map(({ who, from, to }) => ({
    name: named(who),
    from: from === '' ? '–' : (seats.get(from) ?? '–'),
    to: to === '' ? '–' : (seats.get(to) ?? '–'),
  }));
}

function more(count: number, locale: Locale): string {
  return count > SHOWN ? translate(locale, 'seating.more-people', { count: count - SHOWN }) : '';
}
