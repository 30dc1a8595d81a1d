import { Temporal } from 'temporal-polyfill';
import { DAY_STARTS_AT } from '../../../contract/attendance/rules.ts';
import type { Localised } from '../../../contract/localised.ts';
import { type Locale, locales } from '../../../contract/locales.ts';
import type { StoredList } from '../../../models/door-plan.ts';
import type { Conference, Session } from '../../../models/event.ts';
import { formatDay } from '../../platform/i18n/format.ts';
import { translate } from '../../platform/i18n/translate.ts';
import { instantIn } from '../../platform/zoned-time.ts';
import type { suggestionKinds } from './input.ts';

export type SuggestionKind = (typeof suggestionKinds)[number];

/** How long before a session its list opens. */
const EARLY_HOURS = 1;

/** The lists that events of this shape usually need, with their names in all languages; none where nothing fits. */
export function suggestedLists(event: Conference, what: SuggestionKind): StoredList[] {
  switch (what) {
    case 'days':
      return event.days.length > 1 ? event.days.map((day, place) => dayList(event, day, place + 1)) : [];
    case 'sessions':
      return event.sessions.map((session) => sessionList(event, session));
    case 'meal':
    case 'gift':
      return [
        {
          ...blank,
          id: what,
          kind: what,
          name: inAll((locale) => translate(locale, `door-plan.usual.${what}`)),
        },
      ];
  }
}

const blank = {
  rule: 'once',
  times: 1,
  dayStartsAt: DAY_STARTS_AT,
  opensAt: null,
  closesAt: null,
  categories: [],
  requires: '',
} satisfies Partial<StoredList>;

function dayList({ timeZone }: Conference, day: string, number: number): StoredList {
  const next = Temporal.PlainDate.from(day).add({ days: 1 }).toString();
  const hour = `T0${DAY_STARTS_AT}:00`;
  return {
    ...blank,
    id: `day-${day}`,
    kind: 'day',
    name: inAll((locale) =>
      translate(locale, 'door-plan.usual.day', { number, day: formatDay(locale, day, 'long') }),
    ),
    opensAt: instantIn(timeZone, day + hour),
    closesAt: instantIn(timeZone, next + hour),
  };
}

function sessionList({ timeZone }: Conference, { id, title, day, startsAt, endsAt }: Session): StoredList {
  const isKnown = day !== '' && startsAt !== '';
  const starts = isKnown ? instantIn(timeZone, `${day}T${startsAt}`) : null;
  return {
    ...blank,
    id: `session-${id}`,
    kind: 'session',
    name: title,
    opensAt: starts && new Date(starts.getTime() - EARLY_HOURS * 3_600_000),
    closesAt: isKnown && endsAt > startsAt ? instantIn(timeZone, `${day}T${endsAt}`) : null,
  };
}

function inAll(write: (locale: Locale) => string): Localised {
  return Object.fromEntries(locales.map((locale) => [locale, write(locale)]));
}
