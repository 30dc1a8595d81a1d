import type { CheckInList } from '../../../contract/attendance/list.ts';
import type { DoorPlan, DoorProfile } from '../../../contract/door/plan.ts';
import { inLocale } from '../../../contract/localised.ts';
import type { Locale } from '../../../contract/locales.ts';
import type { Conference } from '../../../models/event.ts';
import { formatDateTime } from '../../platform/i18n/format.ts';
import { translate } from '../../platform/i18n/translate.ts';

/** What a list does, in a few short sentences. */
export function listInWords(
  list: CheckInList,
  { event, plan, locale }: { event: Conference; plan: DoorPlan; locale: Locale },
): string[] {
  const required = plan.lists.find(({ id }) => id === list.requires);
  return [
    translate(locale, `door-plan.in-words.${list.rule}`, { times: list.times }),
    windowOf(list, event, locale),
    categoriesOf(list.categories, event, locale),
    required ? translate(locale, 'door-plan.in-words.requires', { name: nameOf(required, locale) }) : '',
  ].filter((words) => words !== '');
}

/** How devices with a profile work, in a few short sentences. */
export function profileInWords(profile: DoorProfile, plan: DoorPlan, locale: Locale): string[] {
  const { gate, lists, direction, pace, rank, badge, kiosk, pin } = profile;
  const named = plan.lists.filter(({ id }) => lists.includes(id)).map((list) => nameOf(list, locale));
  const at = plan.gates.find(({ id }) => id === gate)?.name;
  return [
    at ? translate(locale, 'door-plan.in-words.gate', { name: at }) : '',
    named.length > 0 ? translate(locale, 'door-plan.in-words.lists', { names: named.join(', ') }) : '',
    translate(locale, `door-plan.in-words.direction.${direction}`),
    translate(locale, `door-plan.in-words.rank.${rank}`),
    translate(locale, `door-plan.in-words.pace.${pace}`),
    badge === 'none' ? '' : translate(locale, `door-plan.in-words.badge.${badge}`),
    kiosk ? translate(locale, 'door-plan.in-words.kiosk') : '',
    pin ? translate(locale, 'door-plan.in-words.pin') : '',
  ].filter((words) => words !== '');
}

export function categoriesOf(ids: readonly string[], { categories }: Conference, locale: Locale): string {
  const names = categories.filter(({ id }) => ids.includes(id)).map(({ title }) => inLocale(title, locale));
  return names.length > 0
    ? translate(locale, 'door-plan.in-words.categories', { names: names.join(', ') })
    : '';
}

export function nameOf({ name }: Pick<CheckInList, 'name'>, locale: Locale): string {
  return inLocale(name, locale);
}

function windowOf({ opensAt, closesAt }: CheckInList, { timeZone }: Conference, locale: Locale): string {
  const write = (at: number): string => formatDateTime(locale, new Date(at), timeZone, 'short');
  if (opensAt !== null && closesAt !== null)
    return translate(locale, 'door-plan.in-words.between', { from: write(opensAt), to: write(closesAt) });
  if (opensAt !== null) return translate(locale, 'door-plan.in-words.from', { from: write(opensAt) });
  return closesAt === null ? '' : translate(locale, 'door-plan.in-words.until', { to: write(closesAt) });
}
