import type { z } from 'zod';
import type { ListKind } from '../../../contract/attendance/list.ts';
import type { Locale } from '../../../contract/locales.ts';
import { paths } from '../../paths.ts';
import { translate } from '../../platform/i18n/translate.ts';
import { suggestionKinds } from './input.ts';
import type { PlanFacts } from './plan-facts.ts';
import { suggestedLists } from './present-suggestions.ts';
import { categoriesOf, listInWords, nameOf, profileInWords } from './present-words.ts';
import type { PlanModel } from './views.ts';

type Model = z.input<typeof PlanModel>;

const icons: Readonly<Record<ListKind, string>> = {
  event: 'door-open',
  day: 'calendar',
  session: 'list-ordered',
  gate: 'scan-line',
  meal: 'users',
  gift: 'award',
};

export function planModel(facts: PlanFacts, locale: Locale): Model {
  const { event, plan, rev, devices } = facts;
  return {
    rev: String(rev),
    devices: paths.doors(event),
    lists: plan.lists.map((list) => ({
      name: nameOf(list, locale),
      icon: icons[list.kind],
      words: listInWords(list, { event, plan, locale }),
      edit: list.kind === 'event' ? null : paths.doorList(event, list.id),
    })),
    suggest: paths.suggestedLists(event),
    suggestions: suggestions(facts, locale),
    newList: paths.newDoorList(event),
    gates: plan.gates.map((gate) => ({
      name: gate.name,
      words: [
        categoriesOf(gate.categories, event, locale) || translate(locale, 'door-plan.in-words.everybody'),
      ],
      edit: paths.gate(event, gate.id),
    })),
    newGate: paths.newGate(event),
    profiles: plan.profiles.map((profile) => ({
      name: profile.name,
      words: profileInWords(profile, plan, locale),
      devices: translate(locale, 'door-plan.devices', { count: devices.get(profile.id) ?? 0 }),
      edit: paths.doorProfile(event, profile.id),
    })),
    newProfile: paths.newDoorProfile(event),
  };
}

/** Only what would add something. */
function suggestions({ event, plan }: PlanFacts, locale: Locale): Model['suggestions'] {
  const known = new Set(plan.lists.map(({ id }) => id));
  return suggestionKinds
    .filter((what) => suggestedLists(event, what).some(({ id }) => !known.has(id)))
    .map((what) => ({ what, label: translate(locale, `door-plan.suggest.${what}`) }));
}
